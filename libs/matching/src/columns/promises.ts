import type { Balance } from './balance.js';
import { hasBit, type Bits } from './bitmaps.js';
import {
  BEST,
  BINDS,
  ClassBounds,
  CONCEPTS,
  MOST,
  NEEDS,
  OUR_PART,
  OUR_SHARE,
  OURS_SURE,
  PARTS,
  TERMS,
  THEIR_PART,
  THEIR_SHARE,
  THEIRS_SURE,
  type Known,
} from './class-bounds.js';
import type { Columns } from './columns.js';
import { Largest } from './largest.js';
import { LOOK, LOOK_AT } from './row-facts.js';
import { BLOCK, RUN, RUN_CLASS } from './runs.js';
import type { RowValues } from './row-values.js';
import type { Setting } from './settings.js';
import { SLACK } from './slack.js';

/** At first rows are left alone that promise less than this share of what as many as are sought promise. */
const NEARLY = 0.92;
/** Promises are rounded up: at first the bar is this share of what as many as are sought promise in one block. */
const SURELY = 0.97;
/** Before anything is known of a list, its last is taken to score this share of what a row can score at all. */
const GUESSED = 0.5;
/** At first so much of a list is sought in the best block: the others are hoped to have the rest. */
const HOPED = 0.5;
/** Sums tell less than looks: so many times as many rows get a look as are sought in the best block. */
const AMPLY = 1.5;

/**
 * What rows can at most score. The facts of a class are judged once, what rows answer is added up block by block, and
 * only those of whom enough can be hoped get a look. Those that promise most are collected, to be scored exactly.
 */
export class Promises {
  /** What was collected: rows, ascending, and what each can at most score. */
  rows = new Uint32Array(BLOCK);
  most = new Float64Array(BLOCK);
  count = 0;
  /** What as many as were sought promise. */
  likely = 0;
  /** Nobody who was left out scores as much. */
  floor = 0;
  /** How many rows got a look. */
  looks = 0;
  /** What those who were reached promise. */
  private readonly looked = new Float64Array(BLOCK);
  /** What a row must at least promise. */
  private least = 0;
  private columns!: Columns;
  private fetched = 0;
  private balance!: Balance;

  private readonly bounds: ClassBounds;

  constructor(private readonly known: Known) {
    this.bounds = new ClassBounds(known);
  }

  /** Judges the classes and runs of a table. */
  fill(columns: Columns, setting: Setting, balance: Balance): void {
    this.columns = columns;
    this.balance = balance;
    this.looks = 0;
    this.bounds.fill(columns, setting);
  }

  /**
   * Collects the alive `rows` that promise at least `needed`, but not those that promise clearly less than `limit` others do:
   * nobody who is left out scores `floor`.
   */
  collect(rows: Bits, limit: number, needed: number): void {
    const isOneBlock = this.columns.runs.starts.length === 1;
    this.raise(rows, limit, isOneBlock ? limit : Math.ceil(limit * HOPED), needed);
    const isRaised = this.least > needed - SLACK;
    this.collectRaised(rows, limit);
    if (!isRaised || this.count >= limit) return;
    this.raise(rows, limit, limit, needed);
    this.collectRaised(rows, limit);
  }

  private collectRaised(rows: Bits, limit: number): void {
    const { columns, least: bar } = this;
    const { blocks, order } = this.bounds;
    const largest = new Largest(limit);
    this.count = 0;
    for (let at = 0; at < columns.runs.starts.length; at += 1) {
      const block = order[at]!;
      if (blocks[block * PARTS]! < this.least) break;
      this.addUp(block, bar);
      this.collectBlock(block, rows, largest);
    }
    this.likely = largest.least;
    this.floor = this.least + SLACK;
  }

  /** Notes in `into` the collected who promise at least `from`, but less than `below`; answers how many. */
  choose(from: number, below: number, into: RowValues): number {
    const { rows, most, count } = this;
    into.ensure(count);
    let size = 0;
    for (let at = 0; at < count; at += 1) {
      if (most[at]! < from || most[at]! >= below) continue;
      into.rows[size] = rows[at]!;
      into.most[size] = most[at]!;
      size += 1;
    }
    return size;
  }

  /**
   * Looks at those of the best block of whom most can be hoped, and asks of all what so `few` of them promise: so the bar is
   * high from the beginning.
   */
  private raise(rows: Bits, limit: number, few: number, needed: number): void {
    this.least = needed - SLACK;
    if (limit === 0 || limit > BLOCK / AMPLY) return;
    const { blocks, order } = this.bounds;
    const best = order[0]!;
    const [from, to] = this.addUp(best, blocks[best * PARTS]! * GUESSED);
    const { sums } = this.known;
    const largest = new Largest(few);
    const count = sums.reachLargest(from, to, Math.ceil(limit * AMPLY));
    this.lookAt(count);
    for (let at = 0; at < count; at += 1)
      if (hasBit(rows, sums.reaching[at]!)) largest.offer(this.looked[at]!);
    this.least = Math.max(needed, largest.least * SURELY) - SLACK;
  }

  /** `least`: what a row must at least promise, or less. Answers which rows the block has. */
  private addUp(block: number, least: number): readonly [from: number, to: number] {
    const { blocks } = this.bounds;
    const { columns } = this;
    const { starts } = columns.runs;
    const [from, to] = [starts[block]!, starts[block + 1] ?? columns.rows];
    const part = block * PARTS;
    this.known.sums.add(from, to, blocks[part + OUR_PART]!, blocks[part + THEIR_PART]!, least);
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
    const { columns } = this;
    const { terms } = this.bounds;
    const { facts, size } = columns.runs;
    const term = facts[run * RUN + RUN_CLASS]! * TERMS;
    const bar = this.least * terms[term + NEEDS]! - terms[term + MOST]!;
    if (bar > terms[term + CONCEPTS]!) return 0;
    const end = run + 1 < size ? facts[(run + 1) * RUN]! : columns.rows;
    return this.known.sums.reach(facts[run * RUN]!, end, bar);
  }

  /** Notes in `looked` what the rows that were reached can at most score by what a look at them tells. */
  private lookAt(count: number): void {
    const { looked, balance } = this;
    const { terms } = this.bounds;
    const { look } = this.columns;
    const { ours, theirs, sums } = this.known;
    const { worth: placeWorth, left: placeLeft } = ours.places;
    const { worth: languageWorth, left: languageLeft } = ours.languages;
    const { worth: capacityWorth, left: capacityLeft } = ours.capacities;
    const { worth: seasonWorth, left: seasonLeft } = ours.seasons;
    const { reaching } = sums;
    const { worth: soughtWorth, left: soughtLeft } = theirs.places;
    const { worth: spokenWorth } = theirs.spoken;
    // Memory brings many rows in the time of one, if all are asked for before the first is needed.
    let read = 0;
    for (let each = 0; each < count; each += 1) read ^= look[reaching[each]! * LOOK]!;
    this.fetched = read;
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
      const ourShare = terms[term + OUR_SHARE]!;
      const theirShare = terms[term + THEIR_SHARE]!;
      const ourPart = sums.oursOf(row) + terms[term + OURS_SURE]! + our * ourShare;
      const theirPart = sums.theirsOf(row) + terms[term + THEIRS_SURE]! + their * theirShare;
      // Who judges alone has nobody to differ from.
      const worth = ourShare > 0 && theirShare > 0 ? balance.most(ourPart, theirPart) : ourPart + theirPart;
      const left = placeLeft[place]! * languageLeft[spoken]! * capacityLeft[capacity]! * seasonLeft[season]!;
      // Sums are those of the block: of its other classes they may make more than a row of this one can score.
      looked[each] = Math.min(worth * left * theirLeft, terms[term + BEST]!);
    }
  }
}
