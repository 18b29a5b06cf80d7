import type { Codebook } from './codebook.js';

/**
 * How a subject's list and the lists of candidates cover each other: `cover` of `features/coverage.ts`, with everything
 * worked out beforehand that depends on the subject alone. Filled anew for each search; sums in the same order give the
 * same double.
 */
export class CoverageTable {
  /** How well mention `m` of a candidate answers the subject's wish `w`: `w · width + m`. */
  private strengths = new Float64Array(0);
  /** What is met of a candidate's wish `m` by the subject, its weight counted. */
  private met = new Float64Array(0);
  private weights = new Float64Array(0);
  private readonly wished: number[] = [];
  private wishes = 0;
  private total = 0;
  private width = 0;

  constructor(private readonly codes: Codebook) {}

  /** `wanted`: mentions that the subject looks for in candidates; `given`: those it answers theirs with. */
  fill(wanted: readonly number[], given: readonly number[]): void {
    const { mentions } = this.codes;
    this.weights = mentions.weights;
    this.clear(wanted.length, mentions.size);
    this.total = 0;
    for (const [at, number] of wanted.entries()) {
      this.total += mentions.weights[number]!;
      this.wished[at] = mentions.weights[number]!;
      this.fillWish(at, mentions.concepts[number]!);
    }
    for (const number of given) this.fillGift(mentions.concepts[number]!, mentions.weights[number]!);
  }

  /** The share of the subject's wishes that the entries from `from` to before `to` cover, 0..1. */
  ours(entries: Uint32Array, from: number, to: number): number {
    const { strengths, wished, width, wishes } = this;
    let met = 0;
    for (let wish = 0; wish < wishes; wish += 1) {
      const base = wish * width;
      let best = 0;
      for (let at = from; at < to; at += 1) {
        const strength = strengths[base + entries[at]!]!;
        if (strength > best) best = strength;
      }
      met += wished[wish]! * best;
    }
    return this.total === 0 ? 0 : Math.min(1, met / this.total);
  }

  /** The share of the wishes among these entries that the subject covers, 0..1. */
  theirs(entries: Uint32Array, from: number, to: number): number {
    const { met, weights } = this;
    let sum = 0;
    let total = 0;
    for (let at = from; at < to; at += 1) {
      const entry = entries[at]!;
      sum += met[entry]!;
      total += weights[entry]!;
    }
    return total === 0 ? 0 : Math.min(1, sum / total);
  }

  private fillWish(wish: number, concept: number): void {
    const { mentions, nearness } = this.codes;
    const base = wish * this.width;
    for (const { code, answers } of nearness.of(concept)) {
      if (answers === 0) continue;
      for (const mention of mentions.of(code))
        this.strengths[base + mention] = answers * mentions.weights[mention]!;
    }
  }

  /** The best gift counts: `weight · max(closeness · certainty)`. */
  private fillGift(concept: number, certainty: number): void {
    const { mentions, nearness } = this.codes;
    for (const { code, isAnswered } of nearness.of(concept)) {
      if (isAnswered === 0) continue;
      for (const mention of mentions.of(code)) {
        const met = mentions.weights[mention]! * (isAnswered * certainty);
        if (met > this.met[mention]!) this.met[mention] = met;
      }
    }
  }

  private clear(wishes: number, mentions: number): void {
    this.wishes = wishes;
    if (mentions > this.width) {
      this.width = mentions * 2;
      this.met = new Float64Array(this.width);
      this.strengths = new Float64Array(wishes * this.width);
      return;
    }
    this.met.fill(0, 0, mentions);
    if (wishes * this.width > this.strengths.length) this.strengths = new Float64Array(wishes * this.width);
    else for (let wish = 0; wish < wishes; wish += 1) this.strengths.fill(0, wish * this.width, wish * this.width + mentions);
  }
}
