import { hasBit, type Bits } from './bitmaps.js';
import type { Columns } from './columns.js';
import type { Comparable } from './comparable.js';
import type { ConceptSums } from './concept-sums.js';
import { Largest } from './largest.js';
import type { OurConditions } from './our-conditions.js';
import { LOOK, LOOK_AT } from './row-facts.js';
import { BLOCK, CLASS, CLASS_AT, RUN, RUN_CLASS } from './runs.js';
import type { Setting } from './settings.js';
import { SLACK } from './slack.js';
import { setsConditions } from './statements.js';
import type { TheirConditions } from './their-conditions.js';

/** At first rows are left alone that promise less than this share of what as many as are sought promise. */
const NEARLY = 0.9;
/** Promises are rounded up: at first the bar is this share of what as many as are sought promise in one block. */
const SURELY = 0.97;
/** Before anything is known of a list, its last is taken to score this share of what a row can score at all. */
const GUESSED = 0.5;

/**
 * What is known of a class, side by side: what a look cannot tell; how much of a score the subject's and the row's
 * judgement make; the most beside what is added up, and by how much its country multiplies what is needed; the most
 * of what is added up; 1 where its rows set conditions; the most that its rows can score.
 */
const TERMS = 8;
const [SURE, OUR_SHARE, THEIR_SHARE, MOST, NEEDS, CONCEPTS, BINDS, BEST] = [0, 1, 2, 3, 4, 5, 6, 7];

/** What is known of a block: what its rows can at most score, and the largest shares of the two judgements. */
const PARTS = 3;

/** What a search needs to know of a subject and the rows, filled beforehand. */
interface Known {
  readonly sums: ConceptSums;
  readonly ours: OurConditions;
  readonly theirs: TheirConditions;
  /** `first`: what no look at a row tells; `second`: what only a look tells. */
  readonly ourComparable: Comparable;
  readonly theirComparable: Comparable;
}

/**
 * What rows can at most score. The facts of a class are judged once, what rows answer is added up block by block, and
 * only those of whom enough can be hoped get a look. Those that promise most are collected, to be scored exactly.
 */
export class Promises {
  /** What was collected: rows, ascending, and what each can at most score. */
  rows = new Uint32Array(BLOCK);
  most = new Float64Array(BLOCK);
  count = 0;
  /** Which of them were chosen. */
  chosen = new Uint32Array(BLOCK);
  /** What as many as were sought promise. */
  likely = 0;
  /** Nobody who was left out scores as much. */
  floor = 0;
  /** How many rows got a look. */
  looks = 0;
  private terms = new Float64Array(0);
  private blocks = new Float64Array(0);
  /** Blocks, those that can score most first. */
  private order = new Uint32Array(0);
  /** What those who were reached promise. */
  private readonly looked = new Float64Array(BLOCK);
  /** What a row must at least promise. */
  private least = 0;
  private columns!: Columns;

  constructor(private readonly known: Known) {}

  /** Judges the classes and runs of a table. */
  fill(columns: Columns, setting: Setting): void {
    this.columns = columns;
    this.looks = 0;
    const { runs } = columns;
    if (runs.classCount * TERMS > this.terms.length)
      this.terms = new Float64Array(2 * runs.classCount * TERMS);
    for (let number = 1; number < runs.classCount; number += 1) this.judgeClass(number, setting);
    this.judgeBlocks();
  }

  /**
   * Collects the alive `rows` that promise at least `needed`, but not those that promise clearly less than `limit` others do:
   * nobody who is left out scores `floor`.
   */
  collect(rows: Bits, limit: number, needed: number): void {
    const { columns, blocks } = this;
    const largest = new Largest(limit);
    this.count = 0;
    this.least = needed - SLACK;
    this.raise(rows, limit, needed);
    const bar = this.least;
    for (let at = 0; at < columns.runs.starts.length; at += 1) {
      const block = this.order[at]!;
      if (blocks[block * PARTS]! < this.least) break;
      this.addUp(block, bar);
      this.collectBlock(block, rows, largest);
    }
    this.likely = largest.least;
    this.floor = this.least + SLACK;
  }

  /** Notes in `chosen` which of the collected promise at least `from`; answers how many. */
  choose(from: number): number {
    const { most, count } = this;
    if (this.chosen.length < count) this.chosen = new Uint32Array(2 * count);
    let size = 0;
    for (let at = 0; at < count; at += 1) if (most[at]! >= from) this.chosen[size++] = at;
    return size;
  }

  /** Looks at those of the best block of whom most can be hoped: so the bar is high from the beginning. */
  private raise(rows: Bits, limit: number, needed: number): void {
    if (limit === 0 || limit > BLOCK) return;
    const best = this.order[0]!;
    const [from, to] = this.addUp(best, this.blocks[best * PARTS]! * GUESSED);
    const { sums } = this.known;
    const few = new Largest(limit);
    const count = sums.reachLargest(from, to, limit);
    this.lookAt(count);
    for (let at = 0; at < count; at += 1) if (hasBit(rows, sums.reaching[at]!)) few.offer(this.looked[at]!);
    this.least = Math.max(needed, few.least * SURELY) - SLACK;
  }

  /** `least`: what a row must at least promise, or less. Answers which rows the block has. */
  private addUp(block: number, least: number): readonly [from: number, to: number] {
    const { blocks, columns } = this;
    const { starts } = columns.runs;
    const [from, to] = [starts[block]!, starts[block + 1] ?? columns.rows];
    const part = block * PARTS;
    this.known.sums.add(from, to, blocks[part + OUR_SHARE]!, blocks[part + THEIR_SHARE]!, least);
    return [from, to];
  }

  private collectBlock(block: number, rows: Bits, largest: Largest): void {
    const { columns } = this;
    const { ofBlock, size } = columns.runs;
    const { sums } = this.known;
    const to = ofBlock[block + 1] ?? size;
    for (let run = ofBlock[block]!; run < to; run += 1) {
      const count = this.reachBy(run);
      this.lookAt(count);
      for (let at = 0; at < count; at += 1) {
        const row = sums.reaching[at]!;
        if (!hasBit(rows, row)) continue;
        this.looks += 1;
        const most = this.looked[at]!;
        if (most < this.least) continue;
        this.note(row, most);
        if (most <= largest.least) continue;
        largest.offer(most);
        this.least = Math.max(this.least, largest.least * NEARLY - SLACK);
      }
    }
  }

  private note(row: number, most: number): void {
    if (this.count === this.rows.length) {
      const { rows, most: known } = this;
      this.rows = new Uint32Array(2 * this.count);
      this.rows.set(rows);
      this.most = new Float64Array(2 * this.count);
      this.most.set(known);
    }
    this.rows[this.count] = row;
    this.most[this.count] = most;
    this.count += 1;
  }

  /** Notes those rows of a run whose concepts and languages leave hope; answers how many. */
  private reachBy(run: number): number {
    const { columns, terms } = this;
    const { facts, size } = columns.runs;
    const term = facts[run * RUN + RUN_CLASS]! * TERMS;
    const bar = this.least * terms[term + NEEDS]! - terms[term + MOST]!;
    if (bar > terms[term + CONCEPTS]!) return 0;
    const end = run + 1 < size ? facts[(run + 1) * RUN]! : columns.rows;
    return this.known.sums.reach(facts[run * RUN]!, end, bar);
  }

  /** Notes in `looked` what the rows that were reached can at most score by what a look at them tells. */
  private lookAt(count: number): void {
    const { terms, looked } = this;
    const { look } = this.columns;
    const { ours, theirs, sums } = this.known;
    const { worth: placeWorth, left: placeLeft } = ours.places;
    const { worth: languageWorth, left: languageLeft } = ours.languages;
    const { worth: capacityWorth, left: capacityLeft } = ours.capacities;
    const { worth: seasonWorth, left: seasonLeft } = ours.seasons;
    const { reaching } = sums;
    const { worth: soughtWorth, left: soughtLeft } = theirs.places;
    const { worth: spokenWorth } = theirs.spoken;
    for (let each = 0; each < count; each += 1) {
      const row = reaching[each]!;
      const at = row * LOOK;
      const place = look[at + LOOK_AT.place]!;
      const capacity = look[at + LOOK_AT.capacity]!;
      const season = look[at + LOOK_AT.season]!;
      const spoken = look[at + LOOK_AT.languages]!;
      const term = look[at + LOOK_AT.class]! * TERMS;
      const our =
        placeWorth[place]! + languageWorth[spoken]! + capacityWorth[capacity]! + seasonWorth[season]!;
      const sought = look[at + LOOK_AT.sought]!;
      const required = look[at + LOOK_AT.requiredLanguages]!;
      if (soughtWorth[sought]! < 0) theirs.readPlace(sought);
      let their = soughtWorth[sought]!;
      let theirLeft = terms[term + BINDS] === 1 && sought !== 0 ? soughtLeft[sought]! : 1;
      if (required === 0) their += spokenWorth[spoken]!;
      else {
        their += theirs.languageWorth(spoken, required);
        theirLeft *= theirs.languageLeft(required);
      }
      const worth =
        sums.of(row) + terms[term]! + our * terms[term + OUR_SHARE]! + their * terms[term + THEIR_SHARE]!;
      const left = placeLeft[place]! * languageLeft[spoken]! * capacityLeft[capacity]! * seasonLeft[season]!;
      // Sums are those of the block: of its other classes they may make more than a row of this one can score.
      looked[each] = Math.min(worth * left * theirLeft, terms[term + BEST]!);
    }
  }

  private judgeClass(number: number, { subjectShare, candidateShare }: Setting): void {
    const { sums, ours, ourComparable, theirComparable } = this.known;
    const { classes } = this.columns.runs;
    const gives = classes[number * CLASS]!;
    const wants = classes[number * CLASS + CLASS_AT.wants]!;
    const country = classes[number * CLASS + CLASS_AT.country]!;
    ourComparable.meet(gives);
    theirComparable.meet(wants);
    const a = ourComparable.denominator[gives]!;
    const b = theirComparable.denominator[wants]!;
    const ourShare = Number.isNaN(a) ? 0 : (Number.isNaN(b) ? 1 : subjectShare) / a;
    const theirShare = Number.isNaN(b) ? 0 : (Number.isNaN(a) ? 1 : candidateShare) / b;
    const sure = ourShare * ourComparable.first[gives]! + theirShare * theirComparable.first[wants]!;
    const atSight = ourShare * ours.countries.worth[country]! + theirShare * theirComparable.second[wants]!;
    const { terms } = this;
    const term = number * TERMS;
    terms[term + SURE] = sure;
    terms[term + OUR_SHARE] = ourShare;
    terms[term + THEIR_SHARE] = theirShare;
    terms[term + MOST] = sure + atSight;
    terms[term + NEEDS] = 1 / ours.countries.left[country]!;
    terms[term + BINDS] = setsConditions(wants) ? 1 : 0;
    terms[term + CONCEPTS] = ourShare * sums.ourMost + theirShare * sums.theirMost;
    terms[term + BEST] = (terms[term + MOST]! + terms[term + CONCEPTS]!) / terms[term + NEEDS]!;
  }

  private judgeBlocks(): void {
    const { ofBlock, size } = this.columns.runs;
    if (ofBlock.length > this.order.length) {
      this.blocks = new Float64Array(2 * ofBlock.length * PARTS);
      this.order = new Uint32Array(2 * ofBlock.length);
    }
    const { blocks, order } = this;
    for (let block = 0; block < ofBlock.length; block += 1) {
      blocks.fill(0, block * PARTS, (block + 1) * PARTS);
      this.judgeRuns(block * PARTS, ofBlock[block]!, ofBlock[block + 1] ?? size);
      order[block] = block;
    }
    order.subarray(0, ofBlock.length).sort((a, b) => blocks[b * PARTS]! - blocks[a * PARTS]!);
  }

  /** Notes at `part` what is the most for a block. */
  private judgeRuns(part: number, from: number, to: number): void {
    const { terms, blocks } = this;
    const { facts } = this.columns.runs;
    for (let run = from; run < to; run += 1) {
      const term = facts[run * RUN + RUN_CLASS]! * TERMS;
      blocks[part] = Math.max(blocks[part]!, terms[term + BEST]!);
      blocks[part + OUR_SHARE] = Math.max(blocks[part + OUR_SHARE]!, terms[term + OUR_SHARE]!);
      blocks[part + THEIR_SHARE] = Math.max(blocks[part + THEIR_SHARE]!, terms[term + THEIR_SHARE]!);
    }
  }
}
