import { Button } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import { Callout } from '../../components/callout.js';
import { ProblemNotice } from '../../components/problem-notice.js';
import { useCodeText, useText } from '../../i18n/use-text.js';
import { useUndo } from './admission-verbs.js';
import styles from './admission.module.css';
import type { ApplicationInside } from './applications.js';

const UNDO_SECONDS = 10;
const TICK_MS = 250;

/** The seconds in which nobody has been told yet, counted down on the button that takes the decision back. */
export function PendingDecision(props: {
  pending: NonNullable<ApplicationInside['pending']>;
  onUndone: () => void;
}) {
  const { pending, onUndone } = props;
  const text = useText();
  const codeText = useCodeText();
  const undo = useUndo();
  const left = useSecondsUntil(pending.effectiveAt);
  const button = useRef<HTMLButtonElement>(null);
  // Whoever has just decided by keyboard can take it back by one more key.
  useEffect(() => button.current?.focus(), []);
  const title = codeText('admission.undo', pending.verdict, 'admission.undo.text');
  if (left <= 0) {
    return (
      <Callout tone="info" announce title={title}>
        {text('admission.undo.going')}
      </Callout>
    );
  }
  return (
    <Callout
      tone="warning"
      title={title}
      action={
        <Button
          ref={button}
          loading={undo.isPending}
          onClick={() => void undo.mutateAsync(pending.id).then(onUndone, () => undefined)}
        >
          {text('admission.undo', { seconds: left })}
        </Button>
      }
    >
      <p role="status">{text('admission.undo.text')}</p>
      <progress className={styles.countdown} value={left} max={UNDO_SECONDS} aria-hidden />
      {undo.error !== null && <ProblemNotice error={undo.error} />}
    </Callout>
  );
}

/** Whole seconds, never more than there are: the clock of this device may go wrong. */
function useSecondsUntil(at: string): number {
  const [end] = useState(() => {
    const distance = Date.parse(at) - Date.now();
    return Date.now() + Math.min(Math.max(distance, 0), UNDO_SECONDS * 1_000);
  });
  const [now, setNow] = useState(Date.now);
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), TICK_MS);
    return () => clearInterval(timer);
  }, []);
  return Math.max(0, Math.ceil((end - now) / 1_000));
}
