import { type ReactNode, useId } from 'react';
import { useText } from '../../i18n/use-text.js';
import styles from './matching-desk.module.css';

/** The drawing area, in its own units; it scales with the column. */
export const WIDTH = 320;
export const HEIGHT = 180;

/**
 * A picture of numbers with the numbers as a table beside it: the picture is for the eye alone and is not read out,
 * the table says all of it.
 */
export function Plot(props: {
  title: string;
  note: string;
  /** What is drawn, in units of {@link WIDTH} × {@link HEIGHT}. */
  children: ReactNode;
  /** Words below the picture: what the axis counts, or what the marks mean. */
  legend?: ReactNode;
  columns: readonly string[];
  rows: readonly (readonly string[])[];
  /** What the picture says where there is nothing to draw yet. */
  empty?: string | undefined;
}) {
  const { title, note, children, legend, columns, rows, empty } = props;
  const text = useText();
  const titleId = useId();
  return (
    <section className={styles.plot} aria-labelledby={titleId}>
      <h2 id={titleId}>{title}</h2>
      <p className={styles.note}>{note}</p>
      <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} className={styles.picture} aria-hidden focusable="false">
        {children}
        {empty && (
          <text x={WIDTH / 2} y={HEIGHT / 2} className={styles.none}>
            {empty}
          </text>
        )}
      </svg>
      {legend && (
        <div className={styles.legend} aria-hidden>
          {legend}
        </div>
      )}
      <details className={styles.table}>
        <summary>{text('health.as-table')}</summary>
        <DataTable caption={title} columns={columns} rows={rows} />
      </details>
    </section>
  );
}

/** Numbers by row; the first column names the row. */
export function DataTable(props: {
  caption: string;
  columns: readonly string[];
  rows: readonly (readonly ReactNode[])[];
  /** Rows are named by data, which no browser should translate. */
  named?: 'by-data';
}) {
  const { caption, columns, rows, named } = props;
  return (
    <div className={styles.scroll} tabIndex={0} role="group" aria-label={caption}>
      <table className={styles.data}>
        <caption className="sr-only">{caption}</caption>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column} scope="col">
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(([name, ...cells], row) => (
            <tr key={row}>
              <th scope="row" translate={named && 'no'}>
                {name}
              </th>
              {cells.map((cell, column) => (
                <td key={column}>{cell}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
