import { BASELINES, type Ranking, type Setting } from './baselines.js';
import { latentMarket } from './latent-market.js';
import { outcomeOf, type Outcome } from './outcome.js';
import { ttn } from './ttn-lists.js';

/** One market, all rankings. */
export interface SimulatedSkew {
  /** Share of popularity in all opinions. */
  readonly skew: number;
  readonly rankings: Readonly<Record<string, Outcome>>;
  /** The better of TU and exposure-capped, and how many of its matches TTN's lists make. */
  readonly best: string;
  readonly ttnShareOfBest: number;
}

export const SKEWS = [0, 0.4, 0.75] as const;
export const SETTING: Setting = { listLength: 10, reviews: 10, seats: 3 };
const SEED = 11;
/** The coordinated rankings that TTN is measured against. */
const RIVALS = ['tuIpfp', 'exposureCapped'] as const;

/** Plays a market of this size at one skew. Deterministic. */
export function simulate(readers: number, candidates: number, skew: number, seed = SEED): SimulatedSkew {
  const market = latentMarket({ readers, candidates, skew, seed });
  const best = (rankings: readonly Ranking[]): Outcome =>
    rankings
      .map((ranking) => outcomeOf(market, ranking(market, SETTING), SETTING))
      .reduce((top, outcome) => (outcome.matches > top.matches ? outcome : top));
  const baselines = Object.entries(BASELINES).map(([name, rankings]) => [name, best(rankings)] as const);
  const rankings: Record<string, Outcome> = {
    ...Object.fromEntries(baselines),
    ttn: best([ttn('score')]),
    ttnShownByWorth: best([ttn('worth')]),
  };
  const matchesOf = (name: string): number => rankings[name]?.matches ?? 0;
  const rival = RIVALS.reduce((top, name) => (matchesOf(name) > matchesOf(top) ? name : top));
  return { skew, rankings, best: rival, ttnShareOfBest: matchesOf('ttn') / matchesOf(rival) };
}
