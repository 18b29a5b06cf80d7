import { useText } from '../../i18n/use-text.js';
import { useConnection } from '../../lib/connection.js';
import styles from './connection-strip.module.css';

/** Shown only while the line is down. The region stays in the page, so that its change is read out. */
export function ConnectionStrip() {
  const text = useText();
  const connection = useConnection();
  return (
    <div role="status">
      {connection !== 'online' && <p className={styles.strip}>{text(`connection.${connection}`)}</p>}
    </div>
  );
}
