import { latentMarket } from './latent-market.js';
import { outcomeOf } from './outcome.js';
import { simulate, SETTING, SKEWS } from './simulation.js';

const [READERS, CANDIDATES] = [300, 100];

describe.each(SKEWS)('a made-up market where popularity is %d of all opinions', (skew) => {
  const { rankings, ttnShareOfBest } = simulate(READERS, CANDIDATES, skew);
  const ttn = rankings.ttn!;

  it('makes nearly as many matches by the lists of TTN as by the best of other coordinated ones', () => {
    expect(ttnShareOfBest).toBeGreaterThanOrEqual(0.95);
    for (const name of ['random', 'oneSided', 'harmonic', 'product'])
      expect(ttn.matches).toBeGreaterThan(rankings[name]!.matches);
  });

  it('spreads what is seen, and plans with nobody beyond capacity', () => {
    expect(ttn.gini).toBeLessThanOrEqual(0.2);
    expect(ttn.overrun.planned).toBeLessThanOrEqual(1e-6);
    expect(ttn.coverage.candidates).toBeGreaterThan(0.95);
  });
});

describe('a replay', () => {
  const market = latentMarket({ readers: 30, candidates: 10, skew: 0.4, seed: 3 });

  it('is the same every time, and nothing where nothing is shown', () => {
    const lists = Array.from({ length: 30 }, () => [0, 1, 2, 3]);
    expect(outcomeOf(market, lists, SETTING)).toEqual(outcomeOf(market, lists, SETTING));
    const nothing = outcomeOf(
      market,
      lists.map(() => []),
      SETTING,
    );
    expect(nothing).toMatchObject({ matches: 0, gini: 0, overrun: { planned: 0, unread: 0 } });
  });

  it('never matches beyond the seats, and tells of answers nobody read', () => {
    const flooded = Array.from({ length: 30 }, () => [0]);
    const { matches, overrun, coverage } = outcomeOf(market, flooded, { reviews: 4, seats: 2 });
    expect(matches).toBeLessThanOrEqual(2);
    expect(overrun.unread).toBeGreaterThan(0);
    expect(overrun.planned).toBeGreaterThan(0);
    expect(coverage.candidates).toBeLessThanOrEqual(0.1);
  });
});
