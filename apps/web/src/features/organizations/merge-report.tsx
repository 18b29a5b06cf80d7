import { Callout } from '../../components/callout.js';
import { useText } from '../../i18n/use-text.js';
import type { MergeReport } from './merger.js';
import styles from './organizations.module.css';

/** What a merger would move and leave, or what must be settled before it. */
export function MergeReportView({ report: { lines, obstacles } }: { report: MergeReport }) {
  const text = useText();
  if (obstacles.length > 0) {
    return (
      <Callout tone="warning" title={text('merger.obstacles')} announce>
        <ul>
          {obstacles.map((obstacle) => (
            <li key={obstacle}>{text(`merger.obstacle.${obstacle}`)}</li>
          ))}
        </ul>
      </Callout>
    );
  }
  if (lines.length === 0) return <p role="status">{text('merger.nothing')}</p>;
  return (
    <table className={styles.counts}>
      <caption>{text('merger.counts')}</caption>
      <thead>
        <tr>
          <th scope="col">{text('merger.record')}</th>
          <th scope="col">{text('merger.moved')}</th>
          <th scope="col">{text('merger.stayed')}</th>
        </tr>
      </thead>
      <tbody>
        {lines.map(({ record, moved, stayed }) => (
          <tr key={record}>
            <th scope="row">{text(`merger.record.${record}`)}</th>
            <td>{moved}</td>
            <td>{stayed}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
