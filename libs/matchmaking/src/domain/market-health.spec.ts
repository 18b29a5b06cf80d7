import {
  exposureHealth,
  kindHealth,
  NO_STANDING,
  type Participation,
  sectorHealth,
} from './market-health.js';

const city = (id: string): Participation => ({ id, kind: 'city', sectors: [] });
const sme = (id: string, ...sectors: string[]): Participation => ({ id, kind: 'sme', sectors });
const shown = (amounts: Readonly<Record<string, number>>) =>
  new Map(
    Object.entries(amounts).map(([id, times]) => [id, { ...NO_STANDING, listed: times, shown: times }]),
  );

describe('the health of a market', () => {
  const all = [city('a'), city('b'), sme('c', 'sec.hotel'), sme('d', 'sec.hotel', 'sec.guide')];

  it('is even when all are shown alike', () => {
    const { gini, lorenz, smeShare } = exposureHealth(all, shown({ a: 2, b: 2, c: 2, d: 2 }));
    expect(gini).toBeCloseTo(0, 12);
    expect(lorenz[0]).toBe(0);
    expect(lorenz[5]).toBe(0.5);
    expect(lorenz[10]).toBe(1);
    expect(smeShare).toBe(0.5);
  });

  it('counts those who are never shown', () => {
    const { gini, lorenz, smeShare } = exposureHealth(all, shown({ a: 8 }));
    expect(gini).toBeCloseTo(0.75, 12);
    expect(lorenz[7]).toBe(0);
    expect(lorenz[10]).toBe(1);
    expect(smeShare).toBe(0);
  });

  it('says nothing of shares while nobody is shown', () => {
    expect(exposureHealth(all, new Map())).toMatchObject({ gini: 0, smeShare: null });
  });

  it('adds up by kind and by sector, and whoever works in several sectors counts in each', () => {
    const standings = new Map([
      ['c', { ...NO_STANDING, listed: 1, shown: 1, sent: 3, won: 1 }],
      ['d', { ...NO_STANDING, listed: 3, shown: 3, sent: 1 }],
    ]);
    expect(kindHealth(all, standings)).toEqual([
      { kind: 'city', organizations: 2, covered: 0, listed: 0, shown: 0, sent: 0, won: 0, gini: 0 },
      { kind: 'sme', organizations: 2, covered: 2, listed: 4, shown: 4, sent: 4, won: 1, gini: 0.25 },
    ]);
    expect(sectorHealth(all, standings)).toEqual([
      { code: 'sec.hotel', organizations: 2, covered: 2, listed: 4, shown: 4, sent: 4, won: 1 },
      { code: 'sec.guide', organizations: 1, covered: 1, listed: 3, shown: 3, sent: 1, won: 0 },
    ]);
  });
});
