import { IconMasksTheater } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useText } from '../i18n/use-text.js';
import styles from './tag.module.css';

export type Tone = 'neutral' | 'brand' | 'success' | 'warning' | 'danger';

/** A short label. Its words carry the meaning; the tone only repeats it. */
export function Tag({ tone = 'neutral', children }: { tone?: Tone; children: ReactNode }) {
  return (
    <span className={tone === 'neutral' ? styles.tag : `${styles.tag} ${styles[tone]}`}>{children}</span>
  );
}

/** Marks what was invented for the demonstration, wherever its name stands. */
export function FictionalMark() {
  const text = useText();
  return (
    <span className={`${styles.tag} ${styles.fictional}`} title={text('fictional.explained')}>
      <IconMasksTheater size={14} stroke={1.5} aria-hidden />
      {text('fictional.label')}
    </span>
  );
}
