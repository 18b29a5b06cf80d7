import fc from 'fast-check';
import { type AssignableReviewer, assignReviewers, type ProposalToAssign } from './assignment.js';

const reviewer = (id: string, changes: Partial<AssignableReviewer> = {}): AssignableReviewer => ({
  id,
  languages: ['en'],
  expertise: [],
  limit: 100,
  load: 0,
  ...changes,
});
const proposal = (id: string, changes: Partial<ProposalToAssign> = {}): ProposalToAssign => ({
  id,
  language: 'en',
  themes: [],
  missing: 2,
  barred: new Set(),
  ...changes,
});
const spreadOf = (loads: readonly number[]): number => Math.max(...loads) - Math.min(...loads);

describe('assignReviewers', () => {
  it('fills every place with somebody else, evenly and without a barred one', () => {
    const reviewers = ['a', 'b', 'c', 'd', 'e'].map((id) => reviewer(id));
    const proposals = Array.from({ length: 9 }, (_, at) =>
      proposal(`p${String(at)}`, { barred: new Set([reviewers[at % 5]!.id]) }),
    );
    const { assigned, unfilled, loads } = assignReviewers(reviewers, proposals);
    expect(unfilled).toEqual([]);
    expect(new Set(assigned.map(({ proposalId, reviewerId }) => proposalId + reviewerId)).size).toBe(18);
    for (const { proposalId, reviewerId } of assigned)
      expect(proposals.find(({ id }) => id === proposalId)!.barred.has(reviewerId)).toBe(false);
    expect(spreadOf(loads)).toBeLessThanOrEqual(1);
  });

  it('gives a proposal to those who read its language and know its themes', () => {
    const reviewers = [
      reviewer('korean', { languages: ['ko'], expertise: ['food'] }),
      reviewer('thai', { languages: ['th'], expertise: ['sea'] }),
    ];
    const proposals = [
      proposal('on-the-sea', { language: 'th', themes: ['sea'], missing: 1 }),
      proposal('on-food', { language: 'ko', themes: ['food'], missing: 1 }),
    ];
    const { assigned } = assignReviewers(reviewers, proposals);
    expect(assigned.map(({ proposalId, reviewerId, fit }) => [proposalId, reviewerId, fit])).toEqual([
      ['on-the-sea', 'thai', 1],
      ['on-food', 'korean', 1],
    ]);
  });

  it('says why places stay empty', () => {
    const reviewers = [reviewer('a', { limit: 1 }), reviewer('b')];
    const { unfilled } = assignReviewers(reviewers, [
      proposal('barred', { barred: new Set(['a', 'b']) }),
      proposal('first'),
      proposal('second'),
    ]);
    expect(unfilled).toEqual([
      { proposalId: 'barred', missing: 2, because: 'all-barred', barred: 2 },
      { proposalId: 'second', missing: 1, because: 'limits-reached', barred: 0 },
    ]);
  });

  it('evens out what people have already', () => {
    const reviewers = [reviewer('busy', { load: 3 }), reviewer('free'), reviewer('new')];
    const { loads } = assignReviewers(
      reviewers,
      [1, 2, 3].map((at) => proposal(String(at), { missing: 1 })),
    );
    expect([...loads].sort()).toEqual([1, 2, 3]);
  });

  it('is the best there is, by trying all: places, and where all are filled evenness, then fit', () => {
    const cases = fc.record({
      limits: fc.array(fc.integer({ min: 0, max: 3 }), { minLength: 1, maxLength: 3 }),
      rows: fc.array(
        fc.record({
          missing: fc.integer({ min: 0, max: 2 }),
          barred: fc.array(fc.nat(2), { maxLength: 2 }),
          known: fc.array(fc.nat(2), { maxLength: 3 }),
        }),
        { minLength: 1, maxLength: 4 },
      ),
    });
    fc.assert(
      fc.property(cases, ({ limits, rows }) => {
        const reviewers = limits.map((limit, at) =>
          reviewer(String(at), {
            limit,
            expertise: rows.flatMap(({ known }, row) => (known.includes(at) ? [`t${String(row)}`] : [])),
          }),
        );
        const proposals = rows.map(({ missing, barred }, row) =>
          proposal(String(row), {
            missing,
            barred: new Set(barred.map(String)),
            themes: [`t${String(row)}`],
          }),
        );
        const { assigned, loads } = assignReviewers(reviewers, proposals);
        const fit = assigned.reduce((sum, one) => sum + one.fit, 0);
        const squares = loads.reduce((sum, load) => sum + load * load, 0);
        const best = bestByTrying(reviewers, proposals);
        expect(assigned.length).toBe(best.filled);
        if (best.filled === proposals.reduce((sum, { missing }) => sum + missing, 0))
          expect([squares, fit.toFixed(6)]).toEqual([best.squares, best.fit.toFixed(6)]);
      }),
      { numRuns: 400 },
    );
  });
});

interface Tried {
  readonly filled: number;
  readonly squares: number;
  readonly fit: number;
}

/** Every way to fill or leave every place. */
function bestByTrying(
  reviewers: readonly AssignableReviewer[],
  proposals: readonly ProposalToAssign[],
): Tried {
  const loads = reviewers.map(() => 0);
  let best: Tried = { filled: -1, squares: 0, fit: 0 };
  const tryFrom = (row: number, column: number, left: number, filled: number, fit: number): void => {
    const current = proposals[row];
    if (!current) {
      const squares = loads.reduce((sum, load) => sum + load * load, 0);
      const isBetter =
        filled > best.filled ||
        (filled === best.filled && (squares < best.squares || (squares === best.squares && fit > best.fit)));
      if (isBetter) best = { filled, squares, fit };
      return;
    }
    const candidate = reviewers[column];
    if (!candidate) {
      tryFrom(row + 1, 0, proposals[row + 1]?.missing ?? 0, filled, fit);
      return;
    }
    tryFrom(row, column + 1, left, filled, fit);
    if (left === 0 || loads[column]! >= candidate.limit || current.barred.has(candidate.id)) return;
    loads[column]! += 1;
    const worth = 0.5 + (candidate.expertise.includes(current.themes[0]!) ? 0.5 : 0);
    tryFrom(row, column + 1, left - 1, filled + 1, fit + worth);
    loads[column]! -= 1;
  };
  tryFrom(0, 0, proposals[0]?.missing ?? 0, 0, 0);
  return best;
}
