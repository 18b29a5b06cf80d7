import { latentMarket } from './latent-market.js';
import { outcomeOf } from './outcome.js';
import { BASELINES, ttn } from './rankings.js';

const setting = { listLength: 10, reviews: 10, seats: 3 };
for (const skew of [0, 0.4, 0.75]) {
  const market = latentMarket({ readers: +process.argv[2]!, candidates: +process.argv[3]!, skew, seed: 11 });
  for (const [name, ranking] of [
    ...Object.entries(BASELINES),
    ['ttn score', ttn('score')] as const,
    ['ttn worth', ttn('worth')] as const,
  ]) {
    const t = process.cpuUsage();
    const lists = ranking(market, setting);
    const c = process.cpuUsage(t);
    const o = outcomeOf(market, lists, setting);
    console.log(
      skew,
      name.padEnd(16),
      o.matches.toFixed(1),
      o.coverage.candidates.toFixed(3),
      o.coverage.readers.toFixed(3),
      'gini',
      o.gini.toFixed(3),
      'planned',
      o.overrun.planned.toFixed(2),
      'unread',
      o.overrun.unread.toFixed(1),
      ((c.user + c.system) / 1000).toFixed(0) + 'ms',
    );
  }
}
