import fc from 'fast-check';
import { graph, one, party, partyNamed } from '../../../../test/support/small-market.js';
import { NO_CONCEPTS } from '../party.js';
import { rankMatches } from '../rank/rank-matches.js';
import { scorePair } from '../score/score-pair.js';
import { ifYouAdd } from './if-you-add.js';
import { suppose } from './suppose.js';
import { whyNotHigher } from './why-not-higher.js';

const ask = party({
  id: 'ask',
  kind: 'opportunity',
  requiredLanguages: ['ko'],
  requiredMonths: [3, 4],
  capacity: { min: 100 },
  concepts: { ...NO_CONCEPTS, themes: [one('c0'), one('c9')], seeks: [one('c6')] },
});
const firm = party({
  id: 'firm',
  organizationId: 'firm',
  languages: ['vi'],
  months: [3],
  capacity: { max: 40 },
  concepts: { ...NO_CONCEPTS, themes: [one('c0')] },
});

describe('why not higher', () => {
  it('names what the other side lacks, each with the gain that scoring again gives', () => {
    const found = whyNotHigher(ask, firm, graph);
    const named = found.map(
      ({ side, facts }) => `${side} ${facts.map(({ kind, value }) => `${kind} ${value}`).join()}`,
    );
    expect(named).toEqual(
      expect.arrayContaining([
        'theirs language ko',
        'theirs month 4',
        'theirs capacity 100',
        'theirs theme c9',
        'theirs offer c6',
      ]),
    );
    for (const { side, facts, score, gain } of found) {
      const now = scorePair(ask, firm, graph).score;
      const then =
        side === 'theirs'
          ? scorePair(ask, suppose(firm, ...facts), graph)
          : scorePair(suppose(ask, ...facts), firm, graph);
      expect(then.score).toBe(score);
      expect(score - now).toBeCloseTo(gain, 12);
      expect(gain).toBeGreaterThan(0);
    }
  });

  it('finds the same for both sides, sides swapped, the greatest gain first', () => {
    fc.assert(
      fc.property(partyNamed('left'), partyNamed('right'), (left, right) => {
        const here = whyNotHigher(left, right, graph);
        const there = whyNotHigher(right, left, graph);
        const view = (side: string, facts: unknown, gain: number) =>
          JSON.stringify([side, facts, gain.toFixed(9)]);
        const other = { ours: 'theirs', theirs: 'ours' };
        expect(there.map(({ side, facts, gain }) => view(other[side], facts, gain)).sort()).toEqual(
          here.map(({ side, facts, gain }) => view(side, facts, gain)).sort(),
        );
        expect(here.map(({ gain }) => gain)).toEqual(here.map(({ gain }) => gain).sort((a, b) => b - a));
      }),
      { numRuns: 200 },
    );
  });

  it('has nothing to say of a pair that cannot be', () => {
    expect(whyNotHigher(ask, { ...firm, organizationId: ask.organizationId }, graph)).toEqual([]);
  });
});

describe('if you add', () => {
  it('tells who would enter the list, the fact that opens most first', () => {
    const asks = ['a', 'b'].map((id) =>
      party({
        ...ask,
        id,
        organizationId: id,
        requiredMonths: [],
        concepts: { ...NO_CONCEPTS, themes: [one('c9')], seeks: [one('c6')] },
      }),
    );
    const search = (subject: typeof firm) =>
      rankMatches(subject, asks, graph, { minimum: 0.3 }).map(({ candidate, score }) => ({
        id: candidate.id,
        score,
      }));
    const theme = [{ kind: 'theme', value: 'c9' }] as const;
    const language = [{ kind: 'language', value: 'ko' }] as const;
    const nothing = [{ kind: 'market', value: 'c3' }] as const;
    const prospects = ifYouAdd(
      firm,
      [nothing, [...theme, ...language, { kind: 'offer', value: 'c6' }]],
      search,
    );
    expect(prospects[0]?.entering.map(({ id }) => id).sort()).toEqual(['a', 'b']);
    expect(prospects[1]?.entering).toEqual([]);
  });

  it('takes nothing away from what is stated', () => {
    expect(suppose(firm, { kind: 'capacity', value: 10 }).capacity).toEqual({ max: 40 });
    expect(suppose(firm, { kind: 'theme', value: 'c0' }).concepts.themes).toEqual([one('c0')]);
    expect(suppose(firm, { kind: 'month', value: 1 }, { kind: 'month', value: 3 }).months).toEqual([1, 3]);
  });
});
