import fc from 'fast-check';
import { calibrated, chanceAt, type Curve } from './calibrate.js';

const prior: Curve = { scores: [0, 0.25, 0.5, 0.75, 1], chances: [0, 0.1, 0.2, 0.3, 0.4] };
const seen = fc.array(
  fc.record({
    score: fc.double({ min: 0, max: 1, noNaN: true }),
    times: fc.integer({ min: 0, max: 500 }),
    happened: fc.integer({ min: 0, max: 500 }),
  }),
  { maxLength: 30 },
);

describe('a calibrated curve', () => {
  it('never falls, stays a chance, and does not depend on the order of what was seen', () => {
    fc.assert(
      fc.property(seen, (observed) => {
        const curve = calibrated(prior, observed, 10);
        expect(curve.scores).toEqual(prior.scores);
        for (const [at, chance] of curve.chances.entries()) {
          expect(chance).toBeGreaterThanOrEqual(at === 0 ? 0 : curve.chances[at - 1]! - 1e-12);
          expect(chance).toBeLessThanOrEqual(1);
        }
        const again = calibrated(prior, [...observed].reverse(), 10);
        for (const [at, chance] of again.chances.entries()) expect(chance).toBeCloseTo(curve.chances[at]!, 9);
      }),
    );
  });

  it('is what was believed when nothing was seen, and what was seen when much was', () => {
    expect(calibrated(prior, [], 10)).toEqual(prior);
    const { chances } = calibrated(prior, [{ score: 0.74, times: 100_000, happened: 35_000 }], 10);
    expect(chances[3]).toBeCloseTo(0.35, 3);
    expect(chances[2]).toBe(0.2);
  });

  it('levels out what fell', () => {
    const observed = [
      { score: 0.5, times: 90, happened: 90 },
      { score: 0.75, times: 90, happened: 0 },
    ];
    const { chances } = calibrated(prior, observed, 10);
    // 90 + 2 and 0 + 3 of 100 each.
    expect(chances[2]).toBeCloseTo(0.475);
    expect(chances[3]).toBe(chances[2]);
    expect(chances[4]).toBe(chances[2]);
  });

  it('is a line between its points and level beyond them', () => {
    expect(chanceAt(prior, 0.375)).toBeCloseTo(0.15);
    expect(chanceAt(prior, 0.25)).toBe(0.1);
    expect(chanceAt(prior, -1)).toBe(0);
    expect(chanceAt(prior, 2)).toBe(0.4);
    expect(chanceAt({ scores: [], chances: [] }, 0.5)).toBe(0);
  });

  it('passes over what is no number', () => {
    const observed = [
      { score: 0.5, times: Number.NaN, happened: 3 },
      { score: 0.5, times: -4, happened: Number.NaN },
    ];
    expect(calibrated(prior, observed, 10)).toEqual(prior);
  });
});
