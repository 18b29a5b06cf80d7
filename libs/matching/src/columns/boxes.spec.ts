import fc from 'fast-check';
import { graph, one, party, partyNamed } from '../../../../test/support/small-market.js';
import { DEFAULT_SPEC } from '../spec.js';
import { NO_CONCEPTS, type MatchParty } from '../party.js';
import { BitPool } from './bitmaps.js';
import { Boxes } from './boxes.js';
import { Codebook } from './codebook.js';
import { fineClassesOf } from './fine-classes.js';
import { KindTable } from './kind-table.js';
import { RowScorer } from './row-scorer.js';
import { settingOf } from './settings.js';

/** The bound of the box in which each candidate is found, beside its true score; names in texts stand apart. */
function boundsAndScores(
  subject: MatchParty,
  candidates: readonly MatchParty[],
): [bound: number, score: number][] {
  const kind = candidates[0]!.kind;
  const setting = settingOf(subject.kind, kind, DEFAULT_SPEC);
  if (setting === undefined) return [];
  const codes = new Codebook(graph, DEFAULT_SPEC);
  const table = new KindTable(
    codes,
    candidates.map((candidate, at) => ({ ...candidate, id: `c-${at}`, namedPlaces: [] })),
  );
  const coded = codes.code({ ...subject, namedPlaces: [] });
  const scorer = new RowScorer(codes, DEFAULT_SPEC);
  scorer.fill(coded, table, setting);
  const pool = new BitPool();
  pool.reset(table.alive.length);
  const rows = table.alive;
  const input = { codes, table, subject: coded, rows, setting, spec: DEFAULT_SPEC, pool };
  const boxes = new Boxes(input);
  const fine = fineClassesOf(input);
  const found: [number, number][] = [];
  for (let place = 0; place < boxes.size; place += 1) {
    const { bound } = boxes.at(place);
    expect(boxes.boundAt(place)).toBe(bound);
    for (const score of reaching(0, place)) found.push([bound, score]);
  }
  // What is given up early must be given up rightly: whatever is needed, those who reach it are found.
  for (const [, needed] of found) {
    const scores = found.map(([, score]) => score).filter((score) => score >= needed);
    const again = Array.from({ length: boxes.size }, (_, place) => reaching(needed, place)).flat();
    expect(again.sort()).toEqual(scores.sort());
  }
  return found;

  function reaching(least: number, place: number): number[] {
    const scores: number[] = [];
    scorer.scan(boxes.at(place), fine, { least, take: (_, score) => scores.push(score) });
    return scores;
  }
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
