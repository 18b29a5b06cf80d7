import { useText } from '../../i18n/use-text.js';
import type { SheetRow } from './reviews.js';
import styles from './reviews.module.css';

const WIDTH = 192;
const MIDDLE = 12;
const at = (total: number): number => 6 + (total / 100) * (WIDTH - 12);

/** Totals of one proposal on a line from 0 to 100: each review a dot, their range, and the mean as a stroke. */
export function ScoreStrip({ row }: { row: Pick<SheetRow, 'totals' | 'mean' | 'spread'> }) {
  const text = useText();
  const { totals, mean, spread } = row;
  const [lowest] = totals;
  const highest = totals.at(-1);
  if (mean === null || lowest === undefined || highest === undefined) return null;
  return (
    <svg
      className={styles.strip}
      viewBox={`0 0 ${WIDTH} 24`}
      role="img"
      aria-label={text('reviews.strip', { totals: totals.join(', '), mean, spread })}
    >
      <line className={styles.axis} x1={at(0)} x2={at(100)} y1={MIDDLE} y2={MIDDLE} />
      <line className={styles.range} x1={at(lowest)} x2={at(highest)} y1={MIDDLE} y2={MIDDLE} />
      {totals.map((total, index) => (
        <circle key={index} className={styles.dot} cx={at(total)} cy={MIDDLE} r={5} />
      ))}
      <line className={styles.mean} x1={at(mean)} x2={at(mean)} y1={3} y2={21} />
    </svg>
  );
}
