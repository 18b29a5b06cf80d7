import fc from 'fast-check';
import { graph, one, party, partyNamed } from '../../../../test/support/small-market.js';
import { DEFAULT_SPEC, isDemand } from '../spec.js';
import { NO_CONCEPTS, type MatchParty } from '../party.js';
import { eachInBoth, intersection } from './bitmaps.js';
import { boxesOf } from './boxes.js';
import { kindCode, PartyTable } from './party-table.js';
import { RowScorer, settingOf } from './row-scorer.js';

/** The bound of the box in which each candidate is found, beside its true score; names in texts stand apart. */
function boundsAndScores(
  subject: MatchParty,
  candidates: readonly MatchParty[],
): [bound: number, score: number][] {
  const table = new PartyTable();
  for (const candidate of candidates) table.append({ ...candidate, namedPlaces: [] });
  const row = table.append({ ...subject, namedPlaces: [] });
  const scorer = new RowScorer(table, DEFAULT_SPEC, graph);
  scorer.prepare();
  const kind = candidates[0]!.kind;
  const setting = settingOf(subject.kind, kind, DEFAULT_SPEC);
  if (setting === undefined) return [];
  const rows = intersection(table.kinds.of(kindCode(kind))!, table.alive);
  rows[row >>> 5]! &= ~(1 << (row & 31));
  const input = { table, judgement: scorer.prepared, subject: row, rows, setting, spec: DEFAULT_SPEC };
  const found: [number, number][] = [];
  for (const { bound, conditions, concepts } of boxesOf({ ...input, candidatesAsk: isDemand(kind) }))
    eachInBoth(conditions(), concepts(), (each) =>
      found.push([bound, Math.max(0, scorer.score(row, each, setting, 0))]),
    );
  return found;
}

describe('boxes of candidates', () => {
  it('hold every candidate once, and none that scores above their bound', () => {
    fc.assert(
      fc.property(
        partyNamed('subject'),
        fc.array(partyNamed('other'), { minLength: 1, maxLength: 20 }),
        (subject, others) => {
          const candidates = others.map((other, at) => ({
            ...other,
            organizationId: `o-${at}`,
            kind: others[0]!.kind,
          }));
          const all = boundsAndScores(subject, candidates);
          if (all.length > 0) expect(all).toHaveLength(candidates.length);
          for (const [bound, score] of all) expect(score).toBeLessThanOrEqual(bound);
        },
      ),
      { numRuns: 600 },
    );
  });

  it('have bounds that the best candidates reach', () => {
    const ask = party({
      id: 'ask',
      kind: 'opportunity',
      country: 'VN',
      languages: ['vi'],
      requiredLanguages: ['ko'],
      concepts: {
        ...NO_CONCEPTS,
        themes: [one('c0')],
        seeks: [one('c6')],
        offers: [one('c7')],
        markets: [one('c9')],
      },
      sought: { countries: [one('VN')], cities: [one('da-nang')] },
      capacity: { min: 5 },
    });
    const ideal = party({
      id: 'ideal',
      organizationId: 'ideal',
      country: 'VN',
      city: 'da-nang',
      languages: ['ko', 'vi'],
      concepts: {
        ...NO_CONCEPTS,
        themes: [one('c0')],
        offers: [one('c6')],
        seeks: [one('c7')],
        markets: [one('c9')],
      },
      capacity: { max: 5 },
    });
    const [[bound, score] = [0, 0]] = boundsAndScores(ask, [ideal]);
    expect(score).toBeGreaterThan(0.999);
    expect(bound).toBeCloseTo(1, 6);
  });
});
