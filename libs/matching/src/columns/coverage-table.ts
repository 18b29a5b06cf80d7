import type { Codebook } from './codebook.js';
import { beginOf, type ListNumber, type RowLists } from './lists.js';
import { FEATURES, type RowValues } from './row-values.js';
import type { Steps } from './wish-steps.js';

/** A list of rows, by which feature it is judged and what that weighs. */
export interface Compared {
  readonly list: ListNumber;
  readonly feature: number;
  readonly weight: number;
}

/** Steps are bits, so many in a word. */
const STEPS = 31;
const WORD = 32;

const lowest = (bits: number): number => ((1 << bits) - 1) | 0;

/** A wish, or so many of its steps as have room in a word. */
interface Part {
  readonly steps: Steps;
  /** Steps before these. */
  readonly before: number;
  readonly isLast: boolean;
  readonly weight: number;
}

/**
 * How a subject's list and the lists of candidates cover each other: `cover` of `features/coverage.ts`, with everything
 * worked out beforehand that depends on the subject alone. Filled anew for each search; sums in the same order give the
 * same double.
 *
 * How well a list answers a wish is found without asking each mention whether it is better than the last: one that answers
 * at step 3 has the three lowest bits set, so all together have those of the best.
 */
export class CoverageTable {
  private readonly parts: Part[] = [];
  /** By part and mention: a bit for each step that it reaches. */
  private bits: Int32Array = new Int32Array(0);
  /** The mentions that the subject answers. */
  private readonly answered: number[] = [];
  /** What is met of a candidate's wish `m` by the subject, its weight counted. */
  private met = new Float64Array(0);
  private weights = new Float64Array(0);
  /** Mentions there is room for. */
  private room = 0;
  /** Sum of the weights of the subject's wishes. */
  private readonly total = new Float64Array(1);

  constructor(private readonly codes: Codebook) {}

  /** `wanted`: mentions that the subject looks for in candidates; `given`: those it answers theirs with. */
  fill(wanted: readonly number[], given: readonly number[]): void {
    const { mentions, wishSteps } = this.codes;
    this.weights = mentions.weights;
    this.clear();
    if (mentions.size > this.room) this.makeRoom(2 * mentions.size);
    let total = 0;
    for (const number of wanted) {
      total += mentions.weights[number]!;
      this.fillWish(wishSteps.of(mentions.concepts[number]!), mentions.weights[number]!);
    }
    this.total[0] = total;
    for (const number of given) this.fillGift(mentions.concepts[number]!, mentions.weights[number]!);
  }

  /** Notes of each row what share of the subject's wishes, 0..1, its list covers, times the weight. */
  ours(
    { lists, begins }: RowLists,
    { list, feature, weight }: Compared,
    { rows, count, ours }: RowValues,
  ): void {
    const { bits, room, parts } = this;
    const { strengths } = this.codes.wishSteps;
    const total = this.total[0]!;
    if (total === 0) return;
    for (let each = 0; each < count; each += 1) {
      const begin = begins[rows[each]!]!;
      const from = beginOf(lists, begin, list);
      const to = lists[begin + list]!;
      let [met, step] = [0, 0];
      for (let number = 0; number < parts.length; number += 1) {
        const part = parts[number]!;
        const base = number * room;
        let reached = 0;
        for (let at = from; at < to; at += 1) reached |= bits[base + lists[at]!]!;
        step += WORD - Math.clz32(reached);
        if (!part.isLast) continue;
        met += part.weight * strengths[part.steps.first + step]!;
        step = 0;
      }
      ours[each * FEATURES + feature] = weight * Math.min(1, met / total);
    }
  }

  /** Notes of each row what share of the wishes in its list, 0..1, the subject covers, times the weight. */
  theirs(
    { lists, begins }: RowLists,
    { list, feature, weight }: Compared,
    { rows, count, theirs }: RowValues,
  ): void {
    const { met, weights } = this;
    for (let each = 0; each < count; each += 1) {
      const begin = begins[rows[each]!]!;
      const to = lists[begin + list]!;
      let [sum, total] = [0, 0];
      for (let at = beginOf(lists, begin, list); at < to; at += 1) {
        const mention = lists[at]!;
        sum += met[mention]!;
        total += weights[mention]!;
      }
      if (total !== 0) theirs[each * FEATURES + feature] = weight * Math.min(1, sum / total);
    }
  }

  private fillWish(steps: Steps, weight: number): void {
    for (let before = 0; before < steps.count; before += STEPS) {
      const isLast = before + STEPS >= steps.count;
      this.fillPart({ steps, before, isLast, weight });
    }
  }

  private fillPart(part: Part): void {
    const base = this.parts.length * this.room;
    if (base + this.room > this.bits.length) this.bits = widened(this.bits, 2 * (base + this.room));
    const { mentions, steps } = part.steps;
    for (let at = 0; at < mentions.length; at += 1) {
      const reached = Math.min(STEPS, steps[at]! - part.before);
      if (reached > 0) this.bits[base + mentions[at]!] = lowest(reached);
    }
    this.parts.push(part);
  }

  /** The best gift counts: `weight · max(closeness · certainty)`. */
  private fillGift(concept: number, certainty: number): void {
    const { mentions, nearness } = this.codes;
    for (const { code, isAnswered } of nearness.of(concept)) {
      if (isAnswered === 0) continue;
      for (const mention of mentions.of(code)) {
        const met = mentions.weights[mention]! * (isAnswered * certainty);
        const known = this.met[mention]!;
        if (known === 0) this.answered.push(mention);
        if (met > known) this.met[mention] = met;
      }
    }
  }

  /** Takes back what the last subject left. */
  private clear(): void {
    const { parts, bits, room, answered, met } = this;
    for (const [number, { steps }] of parts.entries())
      for (const mention of steps.mentions) bits[number * room + mention] = 0;
    for (const mention of answered) met[mention] = 0;
    parts.length = 0;
    answered.length = 0;
  }

  private makeRoom(room: number): void {
    this.room = room;
    this.met = new Float64Array(room);
    this.bits = new Int32Array(room);
  }
}

function widened(values: Int32Array, length: number): Int32Array {
  const wider = new Int32Array(length);
  wider.set(values);
  return wider;
}
