import { IconLoader } from '@tabler/icons-react';
import { useText } from '../../i18n/use-text.js';
import type { MatchPage } from '../../lib/matches.js';
import styles from './match-list.module.css';

/** Says that the comparison is still going on. The region stays, so that its change is read out. */
export function RunNote({ run }: { run: MatchPage['run'] | undefined }) {
  const text = useText();
  return (
    <div role="status">
      {run?.state === 'pending' && (
        <p className={styles.run}>
          <IconLoader size={18} stroke={1.5} aria-hidden />
          {text('match.under-way')}
        </p>
      )}
    </div>
  );
}
