import type { Codebook } from './codebook.js';

/**
 * How a subject's list and the lists of candidates cover each other: `cover` of `features/coverage.ts`, with everything
 * worked out beforehand that depends on the subject alone. Filled anew for each search; sums in the same order give the
 * same double.
 */
export class CoverageTable {
  private wishes = 0;
  /** The mentions that answer a wish of the subject, and those that it answers. */
  private readonly answering: number[] = [];
  private readonly answered: number[] = [];
  /** Which of those that answer each mention is, from 1 on; 0 for the others. */
  private places = new Uint16Array(0);
  /** How well the mention at place `p` answers the subject's wish `w`: `p · wishes + w`. */
  private strengths = new Float64Array(64);
  /** What is met of a candidate's wish `m` by the subject, its weight counted. */
  private met = new Float64Array(0);
  private weights = new Float64Array(0);
  private wished = new Float64Array(8);
  private best = new Float64Array(8);
  /** Sum of the weights of the subject's wishes. */
  private readonly total = new Float64Array(1);

  constructor(private readonly codes: Codebook) {}

  /** `wanted`: mentions that the subject looks for in candidates; `given`: those it answers theirs with. */
  fill(wanted: readonly number[], given: readonly number[]): void {
    const { mentions } = this.codes;
    this.weights = mentions.weights;
    this.clear();
    this.makeRoom(wanted.length, mentions.size);
    let total = 0;
    for (let at = 0; at < wanted.length; at += 1) {
      const number = wanted[at]!;
      total += mentions.weights[number]!;
      this.wished[at] = mentions.weights[number]!;
      this.fillWish(at, mentions.concepts[number]!);
    }
    this.total[0] = total;
    for (const number of given) this.fillGift(mentions.concepts[number]!, mentions.weights[number]!);
  }

  /** The share of the subject's wishes that the mentions from `from` to before `to` cover, 0..1. */
  ours(lists: Uint32Array, from: number, to: number): number {
    const { places, strengths, best, wished, wishes } = this;
    let isAny = false;
    for (let at = from; at < to; at += 1) {
      const place = places[lists[at]!]!;
      if (place === 0) continue;
      const base = place * wishes;
      for (let wish = 0; wish < wishes; wish += 1) {
        const strength = strengths[base + wish]!;
        if (!isAny || strength > best[wish]!) best[wish] = strength;
      }
      isAny = true;
    }
    if (!isAny) return 0;
    let met = 0;
    for (let wish = 0; wish < wishes; wish += 1) met += wished[wish]! * best[wish]!;
    const total = this.total[0]!;
    return total === 0 ? 0 : Math.min(1, met / total);
  }

  /** The share of the wishes among these mentions that the subject covers, 0..1. */
  theirs(lists: Uint32Array, from: number, to: number): number {
    const { met, weights } = this;
    let sum = 0;
    let total = 0;
    for (let at = from; at < to; at += 1) {
      const mention = lists[at]!;
      sum += met[mention]!;
      total += weights[mention]!;
    }
    return total === 0 ? 0 : Math.min(1, sum / total);
  }

  private fillWish(wish: number, concept: number): void {
    const { mentions, nearness } = this.codes;
    for (const { code, answers } of nearness.of(concept)) {
      if (answers === 0) continue;
      for (const mention of mentions.of(code)) {
        const place = this.placeOf(mention);
        this.strengths[place * this.wishes + wish] = answers * mentions.weights[mention]!;
      }
    }
  }

  /** Where a mention that answers has its strengths, at first all 0. */
  private placeOf(mention: number): number {
    const { wishes, answering } = this;
    const known = this.places[mention]!;
    if (known !== 0) return known;
    const place = answering.push(mention);
    this.places[mention] = place;
    const end = (place + 1) * wishes;
    if (end > this.strengths.length) {
      const wider = new Float64Array(2 * end);
      wider.set(this.strengths);
      this.strengths = wider;
    }
    this.strengths.fill(0, end - wishes, end);
    return place;
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
    for (const mention of this.answering) this.places[mention] = 0;
    for (const mention of this.answered) this.met[mention] = 0;
    this.answering.length = 0;
    this.answered.length = 0;
  }

  private makeRoom(wishes: number, mentions: number): void {
    this.wishes = wishes;
    if (mentions > this.met.length) {
      this.met = new Float64Array(mentions * 2);
      this.places = new Uint16Array(mentions * 2);
    }
    if (wishes <= this.wished.length) return;
    this.wished = new Float64Array(wishes * 2);
    this.best = new Float64Array(wishes * 2);
  }
}
