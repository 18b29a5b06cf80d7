import { parseArgs } from 'node:util';
import { atLeast, atMost, type Goal } from '../setting/report.js';
import { simulateFeedback } from './feedback.js';
import { simulate, SETTING, SKEWS, type SimulatedSkew } from './simulation.js';

/**
 * `npm run --silent simulate:market [-- --readers N --candidates M]`: what lists lead to in a made-up market, by the
 * way they are drawn up, and what answers teach. Prints one JSON object; the same on every run.
 */
function report(readers: number, candidates: number): object {
  const skews = SKEWS.map((skew) => simulate(readers, candidates, skew));
  return {
    simulation: 'market',
    readers,
    candidates,
    ...SETTING,
    goals: skews.flatMap(goalsOf),
    skews,
    feedback: simulateFeedback(ORGANIZATIONS, ROUNDS),
  };
}

/** Of the feedback simulation. */
const [ORGANIZATIONS, ROUNDS] = [100, 10];

function goalsOf({ skew, rankings, ttnShareOfBest }: SimulatedSkew): Goal[] {
  const { gini = 1, overrun = { planned: Infinity } } = rankings.ttn ?? {};
  return [
    atLeast(`skew ${skew}: TTN's matches, share of the best of TU and exposure-capped`, 0.95, ttnShareOfBest),
    atMost(`skew ${skew}: Gini of exposure`, 0.2, gini),
    atMost(`skew ${skew}: answers planned beyond capacity`, 0, overrun.planned),
  ];
}

/** Four digits after the point; counts of matches are means, so they have them too. */
const rounded = (_key: string, value: unknown): unknown =>
  typeof value === 'number' ? Number(value.toFixed(4)) : value;

const { values } = parseArgs({
  options: {
    readers: { type: 'string', default: '1500' },
    candidates: { type: 'string', default: '500' },
  },
});
console.log(JSON.stringify(report(Number(values.readers), Number(values.candidates)), rounded, 2));
