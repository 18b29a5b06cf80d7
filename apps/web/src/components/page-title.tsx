import { type ReactNode, useEffect } from 'react';
import { useText } from '../i18n/use-text.js';
import styles from './page-title.module.css';

/** The heading of a screen; also names the tab. */
export function PageTitle(props: {
  /** Plain text, for the tab and, unless `heading` says more, for the heading. */
  title: string;
  heading?: ReactNode;
  lead?: ReactNode;
  actions?: ReactNode;
}) {
  useTabTitle(props.title);
  return (
    <div className={styles.title}>
      <div>
        <h1 tabIndex={-1}>{props.heading ?? props.title}</h1>
        {props.lead && <p className={styles.lead}>{props.lead}</p>}
      </div>
      {props.actions && <div className={styles.actions}>{props.actions}</div>}
    </div>
  );
}

/** Names the tab, for screens whose heading stands elsewhere. */
export function useTabTitle(title: string): void {
  const text = useText();
  const tab = text('app.tab', { title });
  useEffect(() => {
    document.title = tab;
  }, [tab]);
}
