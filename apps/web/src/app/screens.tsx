import { type ErrorComponentProps, useRouter } from '@tanstack/react-router';
import { PageTitle } from '../components/page-title.js';
import { ProblemNotice } from '../components/problem-notice.js';
import { Waiting } from '../components/waiting.js';
import { useText } from '../i18n/use-text.js';
import styles from './screens.module.css';

export function PendingScreen() {
  return <Waiting rows={4} />;
}

/** What could not be loaded, in place of the screen; the frame stays. */
export function FailedScreen({ error }: ErrorComponentProps) {
  const text = useText();
  const router = useRouter();
  return (
    <div className={styles.screen}>
      <PageTitle title={text('screen.failed')} />
      <ProblemNotice error={error} onRetry={() => void router.invalidate()} />
    </div>
  );
}
