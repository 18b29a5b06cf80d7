import { fusedScore } from '../score/fusion.js';

/** The part that one judgement has in the mean of both is told apart in so many steps. */
const STEPS = 512;

/**
 * What the fusion of two judgements can at most come to, without a logarithm. It is their weighted mean, less the more they
 * differ, and of judgements twice as high it is twice as much: so what it leaves of the mean depends on nothing but the part
 * that the first one has in it.
 */
export class Balance {
  private readonly left = new Float64Array(STEPS + 1);

  constructor(share: number, reciprocity: number) {
    this.left.fill(1);
    // By one judgement alone there is nothing to differ from.
    if (share <= 0 || share >= 1) return;
    const leftAt = (part: number): number =>
      fusedScore(part / share, (1 - part) / (1 - share), share, 1 - share, reciprocity);
    for (let step = 0; step <= STEPS; step += 1) {
      // All is left where both are the same; the most of a step is at its end that is nearer to that.
      const [from, to] = [step / STEPS, (step + 1) / STEPS];
      if (from >= share) this.left[step] = leftAt(from);
      else if (to <= share) this.left[step] = leftAt(to);
    }
  }

  /** `ours` and `theirs`: what the judgements are worth, or at most worth, each times its share. */
  most(ours: number, theirs: number): number {
    const mean = ours + theirs;
    const step = ((STEPS * ours) / mean) | 0;
    // The last stands for nothing at all on the other side, and what is next to nothing counts.
    return mean * this.left[step === STEPS && theirs > 0 ? STEPS - 1 : step]!;
  }
}
