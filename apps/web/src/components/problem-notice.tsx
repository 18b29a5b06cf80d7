import { Button } from '@mantine/core';
import { useProblemText } from '../i18n/use-problem-text.js';
import { useText } from '../i18n/use-text.js';
import { ApiProblem } from '../lib/api-problem.js';
import { Callout } from './callout.js';
import styles from './callout.module.css';

/** Tells that something could not be read or done, with another try where that may help. */
export function ProblemNotice(props: { error: unknown; onRetry?: () => void }) {
  const text = useText();
  const problemText = useProblemText();
  const { error } = props;
  // Only what is our own fault is worth a reference to ask about.
  const requestId = error instanceof ApiProblem && error.status >= 500 ? error.requestId : null;
  return (
    <Callout
      tone="danger"
      announce
      action={
        props.onRetry && (
          <Button variant="default" onClick={props.onRetry}>
            {text('action.try-again')}
          </Button>
        )
      }
    >
      <p>{problemText(error)}</p>
      {requestId && <p className={styles.reference}>{text('problem.reference', { id: requestId })}</p>}
    </Callout>
  );
}
