import { useIntl } from 'react-intl';
import { useText } from '../../i18n/use-text.js';
import type { MarketHealth } from '../../lib/market-health.js';
import styles from './matching-desk.module.css';
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
  const day = new Intl.DateTimeFormat(locale, { month: 'short', day: 'numeric', timeZone: 'UTC' });
  const said = (from: string) => day.format(new Date(from));
  return (
    <Plot
      title={text('health.weeks')}
      note={text('health.weeks.note')}
      empty={weeks.every(({ sent }) => sent === 0) ? text('health.nothing') : undefined}
      columns={[text('health.weeks.week'), text('health.weeks.sent'), text('health.weeks.accepted')]}
      rows={weeks.map(({ from, sent, accepted }) => [said(from), formatNumber(sent), formatNumber(accepted)])}
      legend={
        <>
          <span className={styles.keySent}>{text('health.weeks.sent')}</span>
          <span className={styles.keyAccepted}>{text('health.weeks.accepted')}</span>
        </>
      }
    >
      <Bars
        fill={0.8}
        slots={weeks.map(({ from, sent, accepted }, at) => ({
          key: from,
          counts: [sent, accepted],
          // A day is too wide for one slot: it begins where its slot does, and the next two have none.
          tick: at % 3 === 0 ? said(from) : undefined,
        }))}
        tick="start"
      />
    </Plot>
  );
}

export function AnswerTimesPlot({ times }: { times: MarketHealth['answerTimes'] }) {
  const text = useText();
  const { formatNumber } = useIntl();
  const said = (hours: number | null) =>
    hours === null ? text('health.times.longer') : text('health.times.within', { days: hours / HOURS_A_DAY });
  return (
    <Plot
      title={text('health.times')}
      note={text('health.times.note')}
      empty={times.every(({ count }) => count === 0) ? text('health.nothing') : undefined}
      columns={[text('health.times.span'), text('health.times.count')]}
      rows={times.map(({ withinHours, count }) => [said(withinHours), formatNumber(count)])}
    >
      <Bars
        fill={0.7}
        slots={times.map(({ withinHours, count }) => ({
          key: String(withinHours),
          counts: [count],
          tick: said(withinHours),
        }))}
        tick="middle"
      />
    </Plot>
  );
}

interface Slot {
  key: string;
  /** The whole, and what part of it stands in front of it. */
  counts: readonly [whole: number, part?: number];
  tick: string | undefined;
}

/** Bars side by side on one axis, each with its number above and its name below. */
function Bars(props: { slots: readonly Slot[]; fill: number; tick: 'start' | 'middle' }) {
  const { slots, fill, tick } = props;
  const most = Math.max(1, ...slots.map(({ counts: [whole] }) => whole));
  const width = WIDTH / slots.length;
  return (
    <>
      <line x1={0} x2={WIDTH} y1={FLOOR} y2={FLOOR} className={styles.axis} />
      {slots.map(({ key, counts: [whole, part], tick: name }, at) => {
        const middle = at * width + width / 2;
        const bar = { x: middle - (width * fill) / 2, width: width * fill };
        return (
          <g key={key}>
            <rect {...bar} {...upTo(whole / most)} className={styles.sent} />
            {part !== undefined && <rect {...bar} {...upTo(part / most)} className={styles.accepted} />}
            {whole > 0 && (
              <text x={middle} y={y(whole / most) - 4} className={styles.number}>
                {whole}
              </text>
            )}
            {name !== undefined && (
              <text
                x={tick === 'start' ? at * width : middle}
                y={HEIGHT - 6}
                className={tick === 'start' ? styles.tick : styles.tickMiddle}
              >
                {name}
              </text>
            )}
          </g>
        );
      })}
    </>
  );
}

const upTo = (share: number): { y: number; height: number } => ({ y: y(share), height: FLOOR - y(share) });
