import fc from 'fast-check';
import { graph, one, party, partyNamed, twisted } from '../../../test/support/small-market.js';
import { NO_CONCEPTS, scorePair } from './index.js';
import { soundParty } from './sound-party.js';

describe('a party that cannot be meant as it is written', () => {
  it('is read by rule', () => {
    const read = soundParty(
      party({
        concepts: {
          ...NO_CONCEPTS,
          themes: [one('c0', 7), one('c1', -1), one('c2', NaN), one('c3', 0.4), one('c3', 0.7)],
        },
        languages: ['ko', 'ko', ''],
        months: [0, 6, 13],
        requiredMonths: [99],
        capacity: { max: -5, min: 10 },
        period: { from: '2027-12-31', to: '2027-01-01' },
      }),
    );
    expect(read.concepts.themes).toEqual([one('c0', 1), one('c3', 0.7)]);
    expect(read).toMatchObject({ languages: ['ko'], months: [6], capacity: { min: 10 } });
    expect([read.requiredMonths, read.period, read.capacity?.max]).toEqual([undefined, undefined, undefined]);
  });

  it.each([
    ['0000-00-00', '2027-01-01'],
    ['2027-00-10', '2027-12-31'],
    ['2027-01-01', '2027-12-32'],
    ['2027-01-01', '2027-13-01'],
  ])('has no period from %s to %s', (from, to) => {
    expect(soundParty(party({ period: { from, to } })).period).toBeUndefined();
  });

  it('is left alone when it is sound', () => {
    fc.assert(
      fc.property(partyNamed('sound'), (sound) => {
        expect(soundParty(sound)).toBe(sound);
      }),
    );
  });

  it('is sound once it has been read', () => {
    fc.assert(
      fc.property(twisted, (odd) => {
        const read = soundParty(odd);
        expect(soundParty(read)).toBe(read);
      }),
    );
  });

  it('has scores between 0 and 1 that their terms add up to, whatever stands in it', () => {
    fc.assert(
      fc.property(twisted, fc.oneof(twisted, partyNamed('other')), (odd, other) => {
        const { score, reasons, unmet } = scorePair(odd, { ...other, organizationId: 'other' }, graph);
        expect(score).toBeGreaterThanOrEqual(0);
        expect(score).toBeLessThanOrEqual(1 + 1e-9);
        const sum = [...reasons, ...unmet].reduce((total, { contribution }) => total + contribution, 0);
        expect(sum).toBeCloseTo(score, 9);
      }),
      { numRuns: 500 },
    );
  });

  it('may be empty: it matches nobody and harms nobody', () => {
    const empty = party({ id: 'empty', organizationId: 'empty', kind: 'opportunity' });
    expect(scorePair(empty, party(), graph)).toMatchObject({ score: 0, reasons: [], unmet: [] });
  });
});
