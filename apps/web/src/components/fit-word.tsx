import type { Fit } from '#libs/contracts';
import { useText } from '../i18n/use-text.js';
import styles from './fit-word.module.css';

const LEVEL: Readonly<Record<Fit, number>> = { possible: 1, good: 2, strong: 3 };

/** How well two sides fit, as a word with a rising bar beside it; never a percentage, which would mislead. */
export function FitWord({ fit }: { fit: Fit }) {
  const text = useText();
  return (
    <span className={styles.fit}>
      <span className={styles.bars} aria-hidden>
        {[1, 2, 3].map((step) => (
          <span key={step} className={step <= LEVEL[fit] ? `${styles.bar} ${styles.filled}` : styles.bar} />
        ))}
      </span>
      {text(`match.fit.${fit}`)}
    </span>
  );
}
