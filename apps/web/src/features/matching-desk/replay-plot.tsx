import { useIntl } from 'react-intl';
import { useText } from '../../i18n/use-text.js';
import styles from './matching-desk.module.css';
import { HEIGHT, Plot, WIDTH } from './plot.js';
import type { Weights } from './weights-requests.js';

const BAR = 48;
const TOP = 28;
const GAP = 86;
const LABEL_ABOVE = 6;
const CHANCE = 0.5;

/** How well past answers stand in order by the weights in use then, and by these; chance is half. */
export function ReplayPlot({ replay }: { replay: Weights['replay'] }) {
  const text = useText();
  const { formatNumber } = useIntl();
  const percent = (share: number): string =>
    formatNumber(share, { style: 'percent', maximumFractionDigits: 1 });
  const bars = [
    { name: text('weights.replay.before'), share: replay.before, className: styles.sent },
    { name: text('weights.replay.after'), share: replay.after, className: styles.accepted },
  ];
  return (
    <Plot
      title={text('weights.replay')}
      note={text('weights.replay.note', { answers: replay.answers, pairs: replay.pairs })}
      empty={replay.pairs === 0 ? text('weights.replay.none') : undefined}
      columns={[text('weights.replay.by'), text('weights.replay.right')]}
      rows={bars.map(({ name, share }) => [name, percent(share)])}
      legend={
        <>
          <span>{percent(0)}</span>
          <span>{text('weights.replay.chance')}</span>
          <span>{percent(1)}</span>
        </>
      }
    >
      {replay.pairs > 0 && (
        <>
          {bars.map(({ name, share, className }, at) => (
            <g key={name}>
              <text x={0} y={TOP + at * GAP - LABEL_ABOVE} className={styles.tick}>
                {name}
              </text>
              <text x={WIDTH} y={TOP + at * GAP - LABEL_ABOVE} className={styles.tickEnd}>
                {percent(share)}
              </text>
              <rect x={0} y={TOP + at * GAP} width={share * WIDTH} height={BAR} className={className} />
            </g>
          ))}
          <line x1={CHANCE * WIDTH} x2={CHANCE * WIDTH} y1={TOP} y2={HEIGHT} className={styles.diagonal} />
        </>
      )}
    </Plot>
  );
}
