import { IconCheck } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import styles from './account.module.css';

/** Says, also aloud, that something was done; empty before. */
export function DoneLine({ children }: { children: ReactNode }) {
  return (
    <p role="status" className={styles.saved}>
      {children && (
        <>
          <IconCheck size={18} stroke={1.5} aria-hidden /> {children}
        </>
      )}
    </p>
  );
}
