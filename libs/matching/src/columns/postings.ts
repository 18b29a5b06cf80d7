import type { CodedParty } from './coded-party.js';
import { LISTS } from './lists.js';
import type { Mentions } from './mentions.js';
import { BLOCK, BLOCK_BITS } from './runs.js';

/** An entry is `row in its block << SHARE_BITS | share`: how much of its list a mention is, in parts of `WHOLE`, rounded up. */
export const SHARE_BITS = 16 - BLOCK_BITS;
export const WHOLE = (1 << SHARE_BITS) - 1;
const FIRST_ENTRIES = 4;
/** A list is `WHOLE` of itself; rounding in doubles must not make it more. */
const ROUNDING = 1e-9;

/** The rows that mention something in one of their lists, ascending. */
export class Posting {
  entries = new Uint16Array(FIRST_ENTRIES);
  size = 0;
  /** Where the entries of each block begin; of blocks after the last entry nothing is said. */
  readonly begins: number[] = [];

  add(row: number, share: number): void {
    const { entries, size, begins } = this;
    for (let block = begins.length; block <= row >>> BLOCK_BITS; block += 1) begins.push(size);
    if (size === entries.length) {
      this.entries = new Uint16Array(size + (size >>> 1));
      this.entries.set(entries);
    }
    this.entries[size] = ((row & (BLOCK - 1)) << SHARE_BITS) | Math.ceil(share * WHOLE - ROUNDING);
    this.size += 1;
  }
}

/** Who mentions what: for each list and each mention its rows, dead ones included. */
export class Postings {
  private readonly byList: Posting[][] = LISTS.map(() => []);

  constructor(private readonly mentions: Mentions) {}

  append(row: number, { lists }: CodedParty): void {
    const { weights } = this.mentions;
    for (const [number, list] of lists.entries()) {
      let total = 0;
      for (const mention of list) total += weights[mention]!;
      const postings = this.byList[number]!;
      for (const mention of list) (postings[mention] ??= new Posting()).add(row, weights[mention]! / total);
    }
  }

  of(list: number, mention: number): Posting | undefined {
    return this.byList[list]![mention];
  }

  get bytes(): number {
    return this.byList
      .flat()
      .reduce((sum, { entries, begins }) => sum + entries.byteLength + begins.length * 8, 0);
  }
}
