import { intersect, type BitPool, type Bits } from './bitmaps.js';
import type { Box } from './box.js';
import { conceptsOf, conditionsOf, type ClassInput, type Respect, type RowClass } from './row-classes.js';
import { SLACK } from './slack.js';
import { askedOf, weightOf } from './statements.js';

/** A combination of classes; its bitmap is made when it is first opened. */
class Half {
  private made: Bits | undefined;

  constructor(
    private readonly within: Half | undefined,
    private readonly last: RowClass,
    private readonly pool: BitPool,
  ) {
    this.subjectLoss = last.subjectLoss + (within?.subjectLoss ?? 0);
    this.candidateLoss = last.candidateLoss + (within?.candidateLoss ?? 0);
    this.themeLoss = last.themeLoss + (within?.themeLoss ?? 0);
    this.keep = last.keep * (within?.keep ?? 1);
  }

  readonly subjectLoss: number;
  readonly candidateLoss: number;
  readonly themeLoss: number;
  readonly keep: number;

  get rows(): Bits {
    return (this.made ??=
      this.within === undefined
        ? this.last.rows
        : intersect(this.pool.take(), this.within.rows, this.last.rows));
  }
}

/** All combinations of the classes of some respects. */
function combined(all: Bits, respects: readonly Respect[], pool: BitPool): Half[] {
  const everybody = { rows: all, subjectLoss: 0, candidateLoss: 0, keep: 1, themeLoss: 0 };
  let halves: (Half | undefined)[] = [undefined];
  for (const respect of respects)
    halves = halves.flatMap((half) => respect.map((next) => new Half(half, next, pool)));
  return halves.map((half) => half ?? new Half(undefined, everybody, pool));
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
    this.conditions = combined(rows, conditionsOf(input), input.pool);
    this.concepts = combined(rows, conceptsOf(input), input.pool);
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
    return {
      bound: steps / STEPS + SLACK,
      conditions: condition.rows,
      concepts: concept.rows,
      common: {
        ourThemes: concept.themeLoss,
        ourOffers: concept.subjectLoss - concept.themeLoss,
        theirThemes: concept.candidateLoss,
        theirConditions: condition.candidateLoss,
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

const atMost = (loss: number, weights: number): number =>
  weights === 0 ? 1 : Math.max(0, 1 - loss / weights);
