import { useIntl } from 'react-intl';
import { useText } from '../../i18n/use-text.js';
import type { MarketHealth } from '../../lib/market-health.js';
import styles from './market-health.module.css';
import { HEIGHT, Plot, WIDTH } from './plot.js';

const FOOT = 22;
const HEAD = 16;
const FLOOR = HEIGHT - FOOT;
const HOURS_A_DAY = 24;

const x = (share: number): number => share * WIDTH;
const y = (share: number): number => FLOOR - share * (FLOOR - HEAD);

/** A Lorenz curve under its diagonal. */
export function SpreadPlot({ lorenz }: { lorenz: MarketHealth['exposure']['lorenz'] }) {
  const text = useText();
  const { formatNumber } = useIntl();
  const last = lorenz.length - 1;
  const percent = (share: number) => formatNumber(share, { style: 'percent' });
  const curve = lorenz.map((share, at) => `${x(at / last)},${y(share)}`).join(' ');
  return (
    <Plot
      title={text('health.spread')}
      note={text('health.spread.note')}
      columns={[text('health.spread.x'), text('health.spread.y')]}
      rows={lorenz.map((share, at) => [percent(at / last), percent(share)])}
      legend={
        <>
          <span>{percent(0)}</span>
          <span>{text('health.spread.x')}</span>
          <span>{percent(1)}</span>
        </>
      }
    >
      <line x1={0} x2={WIDTH} y1={FLOOR} y2={FLOOR} className={styles.axis} />
      <line x1={0} x2={WIDTH} y1={FLOOR} y2={HEAD} className={styles.diagonal} />
      <polygon points={`0,${FLOOR} ${curve} ${WIDTH},${FLOOR}`} className={styles.area} />
      <polyline points={curve} className={styles.curve} />
    </Plot>
  );
}

/** Two bars a week: sent, and of those accepted, told apart by fill and by pattern of the outline. */
export function WeeksPlot({ weeks }: { weeks: MarketHealth['weeks'] }) {
  const text = useText();
  const { locale, formatNumber } = useIntl();
  const most = Math.max(1, ...weeks.map(({ sent }) => sent));
  const slot = WIDTH / weeks.length;
  const day = new Intl.DateTimeFormat(locale, { month: 'short', day: 'numeric', timeZone: 'UTC' });
  const said = (from: string) => day.format(new Date(from));
  return (
    <Plot
      title={text('health.weeks')}
      note={text('health.weeks.note')}
      isEmpty={weeks.every(({ sent }) => sent === 0)}
      columns={[text('health.weeks.week'), text('health.weeks.sent'), text('health.weeks.accepted')]}
      rows={weeks.map(({ from, sent, accepted }) => [said(from), formatNumber(sent), formatNumber(accepted)])}
      legend={
        <>
          <span className={styles.keySent}>{text('health.weeks.sent')}</span>
          <span className={styles.keyAccepted}>{text('health.weeks.accepted')}</span>
        </>
      }
    >
      <line x1={0} x2={WIDTH} y1={FLOOR} y2={FLOOR} className={styles.axis} />
      {weeks.map(({ from, sent, accepted }, at) => (
        <g key={from}>
          <Bar left={at * slot + slot * 0.1} width={slot * 0.8} share={sent / most} className={styles.sent} />
          <Bar
            left={at * slot + slot * 0.1}
            width={slot * 0.8}
            share={accepted / most}
            className={styles.accepted}
          />
          {sent > 0 && (
            <text x={at * slot + slot / 2} y={y(sent / most) - 4} className={styles.number}>
              {sent}
            </text>
          )}
          {at % 3 === 0 && (
            <text x={at * slot} y={HEIGHT - 6} className={styles.tick}>
              {said(from)}
            </text>
          )}
        </g>
      ))}
    </Plot>
  );
}

export function AnswerTimesPlot({ times }: { times: MarketHealth['answerTimes'] }) {
  const text = useText();
  const { formatNumber } = useIntl();
  const most = Math.max(1, ...times.map(({ count }) => count));
  const slot = WIDTH / times.length;
  const said = (hours: number | null) =>
    hours === null ? text('health.times.longer') : text('health.times.within', { days: hours / HOURS_A_DAY });
  return (
    <Plot
      title={text('health.times')}
      note={text('health.times.note')}
      isEmpty={times.every(({ count }) => count === 0)}
      columns={[text('health.times.span'), text('health.times.count')]}
      rows={times.map(({ withinHours, count }) => [said(withinHours), formatNumber(count)])}
    >
      <line x1={0} x2={WIDTH} y1={FLOOR} y2={FLOOR} className={styles.axis} />
      {times.map(({ withinHours, count }, at) => (
        <g key={withinHours ?? 'longer'}>
          <Bar
            left={at * slot + slot * 0.15}
            width={slot * 0.7}
            share={count / most}
            className={styles.sent}
          />
          {count > 0 && (
            <text x={at * slot + slot / 2} y={y(count / most) - 4} className={styles.number}>
              {count}
            </text>
          )}
          <text x={at * slot + slot / 2} y={HEIGHT - 6} className={styles.tickMiddle}>
            {said(withinHours)}
          </text>
        </g>
      ))}
    </Plot>
  );
}

function Bar(props: { left: number; width: number; share: number; className: string | undefined }) {
  const { left, width, share, className } = props;
  return <rect x={left} width={width} y={y(share)} height={FLOOR - y(share)} className={className} />;
}
