import styles from './wordmark.module.css';

/** Two arches over the waterline: a harbour gate, and two sides under one roof. */
export function Wordmark() {
  return (
    <span className={styles.wordmark}>
      <svg
        viewBox="0 0 24 20"
        width="24"
        height="20"
        fill="none"
        strokeWidth="2"
        strokeLinecap="round"
        aria-hidden
      >
        <path d="M3 14a9 9 0 0 1 18 0" stroke="currentColor" />
        <path d="M7.5 14a4.5 4.5 0 0 1 9 0" stroke="currentColor" />
        <path d="M2 18.5h20" className={styles.waterline} />
      </svg>
      TTN
    </span>
  );
}
