import { type ReactNode, useId } from 'react';
import styles from './panel.module.css';

/** A sheet of paper on the page: a titled region. `rows` holds `<li>` elements, hairlines between them. */
export function Panel(props: {
  title?: ReactNode;
  aside?: ReactNode;
  children?: ReactNode;
  rows?: ReactNode;
}) {
  const titleId = useId();
  return (
    <section className={styles.panel} aria-labelledby={props.title ? titleId : undefined}>
      {props.title && (
        <div className={styles.head}>
          <h2 id={titleId}>{props.title}</h2>
          {props.aside}
        </div>
      )}
      {props.children && <div className={styles.body}>{props.children}</div>}
      {props.rows && <ul className={styles.rows}>{props.rows}</ul>}
    </section>
  );
}
