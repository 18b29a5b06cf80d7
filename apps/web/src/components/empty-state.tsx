import { IconFilterOff, IconLock, IconNotes } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import styles from './empty-state.module.css';

const ICONS = { nothing: IconNotes, filtered: IconFilterOff, forbidden: IconLock } as const;

/**
 * Says why a place is empty and what to do: nothing has come yet, the filter leaves nothing, or the reader may
 * not see it. The three never look the same.
 */
export function EmptyState(props: {
  because: keyof typeof ICONS;
  title: string;
  children?: ReactNode;
  action?: ReactNode;
}) {
  const Icon = ICONS[props.because];
  return (
    <div className={styles.empty} data-testid={`empty-${props.because}`}>
      <Icon size={24} stroke={1.5} aria-hidden />
      <p className={styles.title}>{props.title}</p>
      {props.children && <div className={styles.text}>{props.children}</div>}
      {props.action && <div className={styles.action}>{props.action}</div>}
    </div>
  );
}
