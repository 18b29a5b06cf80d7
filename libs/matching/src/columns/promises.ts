import { hasBit, type Bits } from './bitmaps.js';
import { LOOK, LOOK_AT, type Columns } from './columns.js';
import type { Comparable } from './comparable.js';
import type { ConceptSums } from './concept-sums.js';
import { Largest } from './largest.js';
import type { OurConditions } from './our-conditions.js';
import { BLOCK, CLASS, CLASS_AT, RUN, RUN_AT } from './runs.js';
import type { Setting } from './settings.js';
import { SLACK } from './slack.js';
import type { TheirConditions } from './their-conditions.js';

/** At first rows are left alone that promise less than this share of what as many as are sought promise. */
const NEARLY = 0.88;

/** What is known of a class, side by side: `class · TERMS + …`. */
const TERMS = 7;
const [SURE, THEIR_SHARE, MOST, LEFT, THEIR_PLACE, CONCEPTS] = [1, 2, 3, 4, 5, 6];

/** What is known of a run: what it is worth beside concepts for sure and at most, and what is left for sure and at most. */
const HOPE = 4;
const [RUN_MOST, RUN_LEFT, RUN_MOST_LEFT] = [1, 2, 3];

/** What is known of a block: what its rows can at most score, and the largest shares that concepts have in it. */
const PARTS = 3;
const OUR_SHARE = 1;

/** What a search needs to know of a subject and the rows, filled beforehand. */
interface Known {
  readonly sums: ConceptSums;
  readonly ours: OurConditions;
  readonly theirs: TheirConditions;
  /** `first`: what no look at a row sees; `second`: what it sees. */
  readonly ourComparable: Comparable;
  readonly theirComparable: Comparable;
}

/**
 * What rows can at most score. The facts of a run are judged once, concepts are added up block by block, and only rows
 * whose run and concepts leave hope get a look. Those that promise most are collected, to be scored exactly.
 */
export class Promises {
  /** What was collected: rows, ascending, and what each can at most score. */
  rows = new Uint32Array(BLOCK);
  most = new Float64Array(BLOCK);
  count = 0;
  /** What as many as were sought promise. */
  likely = 0;
  /** Everybody who promises at least this much was collected. */
  floor = 0;
  /** How many rows got a look. */
  looks = 0;
  private terms = new Float64Array(0);
  private hopes = new Float64Array(0);
  private blocks = new Float64Array(0);
  /** Blocks, those that can score most first. */
  private order = new Uint32Array(0);
  /** What a row must at least promise. */
  private least = 0;
  private readonly hopeful = new Uint32Array(BLOCK);
  private columns!: Columns;

  constructor(private readonly known: Known) {}

  /** Judges the classes and runs of a table. */
  fill(columns: Columns, setting: Setting): void {
    this.columns = columns;
    this.looks = 0;
    const { runs } = columns;
    if (runs.classCount * TERMS > this.terms.length)
      this.terms = new Float64Array(2 * runs.classCount * TERMS);
    if (runs.size * HOPE > this.hopes.length) this.hopes = new Float64Array(2 * runs.size * HOPE);
    for (let number = 1; number < runs.classCount; number += 1) this.judgeClass(number, setting);
    this.judgeBlocks();
  }

  /**
   * Collects the alive `rows` that promise at least `needed` and less than `below`, but not those that promise clearly less
   * than `limit` others do; `floor` tells what was left out.
   */
  collect(rows: Bits, limit: number, needed: number, below: number): void {
    const { columns, blocks } = this;
    const largest = new Largest(limit);
    this.count = 0;
    this.least = needed - SLACK;
    for (let at = 0; at < columns.runs.starts.length; at += 1) {
      const block = this.order[at]!;
      if (blocks[block * PARTS]! < this.least) break;
      this.collectBlock(block, rows, largest, needed, below);
    }
    this.likely = largest.least;
    this.floor = this.least + SLACK;
  }

  private collectBlock(block: number, rows: Bits, largest: Largest, needed: number, below: number): void {
    const { columns, known, hopeful, blocks } = this;
    const { ofBlock, starts, size } = columns.runs;
    const { sums } = known;
    const end = starts[block + 1] ?? columns.rows;
    sums.add(starts[block]!, end, blocks[block * PARTS + OUR_SHARE]!, blocks[block * PARTS + THEIR_SHARE]!);
    const to = ofBlock[block + 1] ?? size;
    for (let run = ofBlock[block]!; run < to; run += 1) {
      const count = this.keepHopeful(run);
      for (let at = 0; at < count; at += 1) {
        const row = hopeful[at]!;
        if (!hasBit(rows, row)) continue;
        this.looks += 1;
        const most = this.lookAt(row, run, sums.of(row));
        if (most < this.least || most >= below) continue;
        this.note(row, most);
        if (most <= largest.least) continue;
        largest.offer(most);
        this.least = Math.max(needed, largest.least * NEARLY) - SLACK;
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

  /** Notes those rows of a run whose concepts leave hope; answers how many. */
  private keepHopeful(run: number): number {
    const { columns, hopes, terms } = this;
    const { facts, size } = columns.runs;
    const hope = run * HOPE;
    const bar = this.least / hopes[hope + RUN_MOST_LEFT]! - hopes[hope + RUN_MOST]!;
    if (bar > terms[facts[run * RUN + RUN_AT.class]! * TERMS + CONCEPTS]!) return 0;
    const end = run + 1 < size ? facts[(run + 1) * RUN]! : columns.rows;
    return this.known.sums.reach(facts[run * RUN]!, end, bar, this.hopeful);
  }

  /** What a row can at most score by what a look at it tells. */
  private lookAt(row: number, run: number, concepts: number): number {
    const { terms, hopes, columns } = this;
    const { look } = columns;
    const { ours, theirs } = this.known;
    const { places, capacities, seasons } = ours;
    const at = row * LOOK;
    const place = look[at]!;
    const capacity = look[at + LOOK_AT.capacity]!;
    const season = look[at + LOOK_AT.season]!;
    const term = columns.runs.facts[run * RUN + RUN_AT.class]! * TERMS;
    const worth =
      concepts +
      (places.worth[place]! + capacities.worth[capacity]! + seasons.worth[season]!) * terms[term]! +
      theirs.placeWorth(look[at + LOOK_AT.sought]!) * terms[term + THEIR_SHARE]! +
      hopes[run * HOPE]!;
    const left = places.left[place]! * capacities.left[capacity]! * seasons.left[season]!;
    return worth * left * hopes[run * HOPE + RUN_LEFT]!;
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
    const atSight = ourShare * (ours.countries.worth[country]! + ourComparable.second[gives]!);
    const { terms } = this;
    const term = number * TERMS;
    terms[term] = ourShare;
    terms[term + THEIR_SHARE] = theirShare;
    terms[term + SURE] = sure;
    terms[term + MOST] = sure + atSight;
    terms[term + LEFT] = ours.countries.left[country]!;
    terms[term + CONCEPTS] = ourShare * sums.ourMost + theirShare * sums.theirMost;
    terms[term + THEIR_PLACE] = theirShare * theirComparable.second[wants]!;
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

  /** Judges the runs of a block, and notes at `part` what is the most for the block. */
  private judgeRuns(part: number, from: number, to: number): void {
    const { terms, hopes, blocks } = this;
    const { facts } = this.columns.runs;
    const { ours, theirs } = this.known;
    const { worth: worths, left: lefts } = ours.languages;
    for (let run = from; run < to; run += 1) {
      const at = run * RUN;
      const term = facts[at + RUN_AT.class]! * TERMS;
      const spoken = facts[at + RUN_AT.languages]!;
      const sought = facts[at + RUN_AT.sought]!;
      const ourShare = terms[term]!;
      const theirShare = terms[term + THEIR_SHARE]!;
      const required = facts[at + RUN_AT.requiredLanguages]!;
      const worth = ourShare * worths[spoken]! + theirShare * theirs.languageWorth(spoken, required);
      let left = lefts[spoken]!;
      let theirPlace = terms[term + THEIR_PLACE]!;
      if (required !== 0) left *= theirs.languageLeft(required);
      if (sought !== 0) {
        theirPlace = theirShare * theirs.placeWorth(sought);
        left *= theirs.placeLeft(sought);
      }
      const hope = run * HOPE;
      const most = terms[term + MOST]! + worth + theirPlace;
      const mostLeft = left * terms[term + LEFT]!;
      hopes[hope] = terms[term + SURE]! + worth;
      hopes[hope + RUN_MOST] = most;
      hopes[hope + RUN_LEFT] = left;
      hopes[hope + RUN_MOST_LEFT] = mostLeft;
      blocks[part] = Math.max(blocks[part]!, (most + terms[term + CONCEPTS]!) * mostLeft);
      blocks[part + OUR_SHARE] = Math.max(blocks[part + OUR_SHARE]!, ourShare);
      blocks[part + THEIR_SHARE] = Math.max(blocks[part + THEIR_SHARE]!, theirShare);
    }
  }
}
