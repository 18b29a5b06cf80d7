import { intersection, type Bits } from './bitmaps.js';
import { conceptsOf, conditionsOf, type ClassInput, type Respect, type RowClass } from './row-classes.js';
import { SLACK, type Common } from './row-scorer.js';
import { askedOf, weightOf } from './statements.js';

/** Candidates that are alike in every respect: those in both bitmaps. None of them scores above the bound. */
export interface Box {
  readonly bound: number;
  readonly conditions: Bits;
  readonly concepts: Bits;
  /** What is known of them beside concepts. */
  readonly common: Common;
}

/** A combination of classes; its bitmap is made when it is first opened. */
class Half {
  private made: Bits | undefined;

  constructor(
    private readonly within: () => Bits,
    private readonly last: Bits | undefined,
    readonly subjectLoss: number,
    readonly candidateLoss: number,
    readonly keep: number,
  ) {}

  get rows(): Bits {
    return (this.made ??=
      this.last === undefined ? this.within() : intersection(this.within(), this.last));
  }

  narrowed({ rows, subjectLoss, candidateLoss, keep }: RowClass): Half {
    return new Half(
      () => this.rows,
      rows,
      this.subjectLoss + subjectLoss,
      this.candidateLoss + candidateLoss,
      this.keep * keep,
    );
  }
}

/** All combinations of the classes of some respects. */
function combined(all: Bits, respects: readonly Respect[]): Half[] {
  let halves = [new Half(() => all, undefined, 0, 0, 1)];
  for (const respect of respects)
    halves = halves.flatMap((half) => respect.map((next) => half.narrowed(next)));
  return halves;
}

/** Bounds are put in order together with the number of their box: both in one double. */
const STEPS = 2 ** 20;
const MOST_BOXES = 2 ** 20;

/**
 * Parts the candidates into boxes, the highest bound first. A judgement is a weighted mean, so a class that loses `l`
 * of the weights loses at least `l` divided by all of them; neither the fusion, which is at most the mean of the two
 * sides, nor the conditions raise what is lost.
 */
export class Boxes {
  private readonly conditions: readonly Half[];
  private readonly concepts: readonly Half[];
  private readonly order: Float64Array;
  private readonly ours: number;
  private readonly theirs: number;

  constructor(private readonly input: ClassInput) {
    const { rows, setting, subject } = input;
    this.ours = weightOf(setting.subjectWeights, askedOf(setting.subjectAsks, subject.wants));
    this.theirs = weightOf(setting.candidateWeights, -1);
    this.conditions = combined(rows, conditionsOf(input));
    this.concepts = combined(rows, conceptsOf(input));
    this.order = new Float64Array(this.conditions.length * this.concepts.length);
    for (let box = 0; box < this.order.length; box += 1)
      this.order[box] = -Math.ceil(this.boundOf(box) * STEPS) * MOST_BOXES + box;
    this.order.sort();
  }

  get size(): number {
    return this.order.length;
  }

  /** The box that stands at this place, the highest bound at 0; bounds are rounded up. */
  at(place: number): Box {
    const key = this.order[place]!;
    const steps = Math.ceil(-key / MOST_BOXES);
    const box = key + steps * MOST_BOXES;
    const condition = this.conditionOf(box);
    const concept = this.conceptOf(box);
    const { ours, theirs } = this;
    return {
      bound: steps / STEPS + SLACK,
      conditions: condition.rows,
      concepts: concept.rows,
      common: {
        subjectLoss: condition.subjectLoss,
        candidate: atMost(condition.candidateLoss + concept.candidateLoss, theirs),
        keep: condition.keep,
      },
    };
  }

  /** The bound of the box at this place. */
  boundAt(place: number): number {
    return Math.ceil(-this.order[place]! / MOST_BOXES) / STEPS + SLACK;
  }

  private boundOf(box: number): number {
    const condition = this.conditionOf(box);
    const concept = this.conceptOf(box);
    const { subjectShare, candidateShare } = this.input.setting;
    const a = atMost(condition.subjectLoss + concept.subjectLoss, this.ours);
    const b = atMost(condition.candidateLoss + concept.candidateLoss, this.theirs);
    // A side that is silent loses nothing here, so the mean is not below what the other says alone.
    return (subjectShare * a + candidateShare * b) * condition.keep * concept.keep;
  }

  private conditionOf(box: number): Half {
    return this.conditions[Math.floor(box / this.concepts.length)]!;
  }

  private conceptOf(box: number): Half {
    return this.concepts[box % this.concepts.length]!;
  }
}

const atMost = (loss: number, weights: number): number => (weights === 0 ? 1 : Math.max(0, 1 - loss / weights));
