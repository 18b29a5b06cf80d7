import { IconAlertTriangle, IconCheck, IconCloudOff, IconLoader } from '@tabler/icons-react';
import { useRichText, useText } from '../i18n/use-text.js';
import { LocalTime } from './local-time.js';
import styles from './saved-state.module.css';

/** Where the last letter typed is now. `at` is RFC 3339. */
export type Saved =
  | { state: 'untouched' }
  | { state: 'saving' }
  | { state: 'saved'; at: string }
  | { state: 'offline' }
  | { state: 'failed' };

/** The place where a form says that nothing is lost. Read out politely, once per change. */
export function SavedState({ saved }: { saved: Saved }) {
  return (
    <span className={styles.saved} role="status" data-saved={saved.state}>
      <Words saved={saved} />
    </span>
  );
}

function Words({ saved }: { saved: Saved }) {
  const text = useText();
  const rich = useRichText();
  const icon = { size: 16, stroke: 1.5, 'aria-hidden': true } as const;
  switch (saved.state) {
    case 'untouched':
      return null;
    case 'saving':
      return (
        <>
          <IconLoader {...icon} />
          {text('saved.saving')}
        </>
      );
    case 'saved':
      return (
        <>
          <IconCheck {...icon} />
          <span>{rich('saved.saved', { time: <LocalTime key="time" at={saved.at} as="time" /> })}</span>
        </>
      );
    case 'offline':
      return (
        <span className={`${styles.saved} ${styles.offline}`}>
          <IconCloudOff {...icon} />
          {text('saved.offline')}
        </span>
      );
    case 'failed':
      return (
        <span className={`${styles.saved} ${styles.failed}`}>
          <IconAlertTriangle {...icon} />
          {text('saved.failed')}
        </span>
      );
  }
}
