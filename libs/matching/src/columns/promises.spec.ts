import fc from 'fast-check';
import { graph, partyNamed } from '../../../../test/support/small-market.js';
import type { MatchParty } from '../party.js';
import { DEFAULT_SPEC } from '../spec.js';
import { Codebook } from './codebook.js';
import { KindTable } from './kind-table.js';
import { RowScorer } from './row-scorer.js';
import { settingOf } from './settings.js';

interface Promise {
  readonly row: number;
  readonly most: number;
  readonly score: number;
}

/** What a subject's candidates promise; names in texts stand apart. */
function promisesOf(subject: MatchParty, candidates: readonly MatchParty[]) {
  const setting = settingOf(subject.kind, candidates[0]!.kind, DEFAULT_SPEC);
  if (setting === undefined) return undefined;
  const codes = new Codebook(graph, DEFAULT_SPEC);
  const table = new KindTable(
    codes,
    candidates.map((candidate, at) => ({ ...candidate, id: `c-${at}`, namedPlaces: [] })),
  );
  const scorer = new RowScorer(codes, DEFAULT_SPEC);
  scorer.fill(codes.code({ ...subject, namedPlaces: [] }), table, setting);
  const scoreOf = (row: number): number => {
    scorer.compareOne(row);
    return scorer.score(0, 0);
  };
  return {
    hide: (found: readonly Promise[]) => found.forEach(({ row }) => table.hide(row)),
    collect(limit: number, needed = 0): { found: Promise[]; floor: number } {
      const { promises } = scorer;
      promises.collect(table.alive, limit, needed);
      const found = Array.from({ length: promises.count }, (_, at) => ({
        row: promises.rows[at]!,
        most: promises.most[at]!,
        score: scoreOf(promises.rows[at]!),
      }));
      return { found, floor: promises.floor };
    },
  };
}

const crowd = fc
  .array(partyNamed('other'), { minLength: 1, maxLength: 20 })
  .map((others) =>
    others.map((other, at) => ({ ...other, organizationId: `o-${at}`, kind: others[0]!.kind })),
  );
const all = Number.MAX_SAFE_INTEGER;

describe('what candidates promise', () => {
  it('is never less than their score, and everybody is looked at when all are sought', () => {
    fc.assert(
      fc.property(partyNamed('subject'), crowd, (subject, candidates) => {
        const promises = promisesOf(subject, candidates);
        if (promises === undefined) return;
        const { found } = promises.collect(all);
        expect(found).toHaveLength(candidates.length);
        for (const { most, score } of found) expect(score).toBeLessThanOrEqual(most + 1e-9);
      }),
      { numRuns: 600 },
    );
  });

  it('leaves out only those below the floor, who are found by a second search', () => {
    fc.assert(
      fc.property(
        partyNamed('subject'),
        crowd,
        fc.integer({ min: 1, max: 3 }),
        (subject, candidates, limit) => {
          const promises = promisesOf(subject, candidates);
          if (promises === undefined) return;
          const first = promises.collect(limit);
          promises.hide(first.found);
          const rest = promises.collect(0);
          for (const { score } of rest.found) expect(score).toBeLessThan(first.floor + 1e-9);
          expect([...first.found, ...rest.found].map(({ row }) => row).sort((a, b) => a - b)).toEqual(
            candidates.map((_, row) => row),
          );
          expect(first.found.length).toBeGreaterThanOrEqual(Math.min(limit, candidates.length));
        },
      ),
      { numRuns: 300 },
    );
  });
});
