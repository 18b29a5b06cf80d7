import fc from 'fast-check';
import { fusedScore } from '../score/fusion.js';
import { Balance } from './balance.js';

describe('what the fusion of two judgements can at most come to', () => {
  it('is never less than it comes to, however far apart they are', () => {
    const judgement = fc.oneof(
      fc.double({ min: 1e-18, max: 1, noNaN: true }),
      fc.constantFrom(0, 1e-300, 1e-17, 3e-11, 1),
    );
    const share = fc.oneof(fc.double({ min: 0.01, max: 0.99, noNaN: true }), fc.constantFrom(0, 1));
    fc.assert(
      fc.property(judgement, judgement, share, share, (a, b, left, reciprocity) => {
        const most = new Balance(left, reciprocity).most(left * a, (1 - left) * b);
        expect(a + b === 0 || most >= fusedScore(a, b, left, 1 - left, reciprocity) - 1e-12).toBe(true);
      }),
      { examples: [[0.8, 1e-17, 0.7, 0.5]] },
    );
  });
});
