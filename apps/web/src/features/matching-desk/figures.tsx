import { useIntl } from 'react-intl';
import { useText } from '../../i18n/use-text.js';
import type { MarketHealth } from '../../lib/market-health.js';
import styles from './matching-desk.module.css';
import { useSpan } from './use-span.js';

/** The six numbers that say how the market does. */
export function Figures({ health }: { health: MarketHealth }) {
  const text = useText();
  const { formatNumber } = useIntl();
  const span = useSpan();
  const { kinds, exposure, interests } = health;
  const all = kinds.reduce((sum, { organizations }) => sum + organizations, 0);
  const covered = kinds.reduce((sum, kind) => sum + kind.covered, 0);
  const answered = interests.accepted + interests.declined;
  const share = (part: number, whole: number): string =>
    whole === 0 ? text('health.none') : formatNumber(part / whole, { style: 'percent' });
  const figures = [
    [
      text('health.figure.coverage'),
      share(covered, all),
      text('health.figure.coverage.note', { covered: formatNumber(covered), all: formatNumber(all) }),
    ],
    [
      text('health.figure.gini'),
      formatNumber(exposure.gini, { minimumFractionDigits: 2, maximumFractionDigits: 2 }),
      text('health.figure.gini.note'),
    ],
    [
      text('health.figure.sme'),
      exposure.smeShare === null
        ? text('health.none')
        : formatNumber(exposure.smeShare, { style: 'percent' }),
      text('health.figure.sme.note'),
    ],
    [
      text('health.figure.unanswered'),
      formatNumber(interests.unanswered),
      text('health.figure.unanswered.note', { sent: formatNumber(interests.sent) }),
    ],
    [
      text('health.figure.accepted'),
      share(interests.accepted, answered),
      text('health.figure.accepted.note'),
    ],
    [
      text('health.figure.answer'),
      interests.medianHours === null ? text('health.none') : span(interests.medianHours),
      text('health.figure.answer.note', {
        time: interests.ninthHours === null ? text('health.none') : span(interests.ninthHours),
      }),
    ],
  ] as const;
  return (
    <dl className={styles.figures} aria-label={text('health.figures')}>
      {figures.map(([name, value, note]) => (
        <div key={name} className={styles.figure}>
          <dt>{name}</dt>
          <dd className={styles.value}>{value}</dd>
          <dd className={styles.note}>{note}</dd>
        </div>
      ))}
    </dl>
  );
}
