import { Button } from '@mantine/core';
import { useState } from 'react';
import { Dialog } from '../../components/dialog.js';
import { LocalTime } from '../../components/local-time.js';
import { Panel } from '../../components/panel.js';
import { ProblemNotice } from '../../components/problem-notice.js';
import { useText } from '../../i18n/use-text.js';
import { type BatchVerb, type Sheet, useBatch } from './reviews.js';
import styles from './reviews.module.css';

/** How far the decisions are, and the steps of the deciding body: agree, open again, release to all. */
export function BatchPanel({ sheet }: { sheet: Sheet }) {
  const text = useText();
  const act = useBatch(sheet.callId);
  const [isAsking, setAsking] = useState(false);
  const state = sheet.batch?.state ?? 'draft';
  const { byOutcome } = sheet.summary;
  const send = (verb: BatchVerb) => act.mutate(verb, { onSuccess: () => setAsking(false) });
  return (
    <Panel title={text('reviews.decisions')}>
      <p>
        {text(`reviews.batch.${state}`)}{' '}
        {sheet.batch?.releasedAt && <LocalTime at={sheet.batch.releasedAt} as="stamp" />}
      </p>
      <p>{text('reviews.counts', { ...byOutcome })}</p>
      {act.error && <ProblemNotice error={act.error} />}
      {sheet.abilities.decide && state === 'draft' && (
        <div className={styles.buttons}>
          <Button loading={act.isPending} onClick={() => send('agree')}>
            {text('reviews.do.agree')}
          </Button>
        </div>
      )}
      {sheet.abilities.decide && state === 'agreed' && (
        <div className={styles.buttons}>
          <Button onClick={() => setAsking(true)}>{text('reviews.do.release')}</Button>
          <Button variant="default" loading={act.isPending} onClick={() => send('reopen')}>
            {text('reviews.do.reopen')}
          </Button>
        </div>
      )}
      {isAsking && (
        <Dialog title={text('reviews.do.release')} onClose={() => setAsking(false)}>
          <p>{text('reviews.do.release.text', { count: sheet.rows.length })}</p>
          <div className={styles.buttons}>
            <Button loading={act.isPending} onClick={() => send('release')}>
              {text('reviews.do.release')}
            </Button>
            <Button variant="default" onClick={() => setAsking(false)}>
              {text('action.cancel')}
            </Button>
          </div>
        </Dialog>
      )}
    </Panel>
  );
}
