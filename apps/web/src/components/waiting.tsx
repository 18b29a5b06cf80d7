import { useText } from '../i18n/use-text.js';
import styles from './waiting.module.css';

/** Holds the place of what is being read. `rows` blocks of `height` pixels, about as tall as what comes. */
export function Waiting({ rows = 3, height = 72 }: { rows?: number; height?: number }) {
  const text = useText();
  return (
    <div className={styles.waiting} role="status">
      <span className="sr-only">{text('app.loading')}</span>
      {Array.from({ length: rows }, (_, index) => (
        <div key={index} className={styles.block} style={{ height }} aria-hidden />
      ))}
    </div>
  );
}
