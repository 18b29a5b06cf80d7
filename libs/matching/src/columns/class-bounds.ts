import type { Columns } from './columns.js';
import type { Comparable } from './comparable.js';
import type { ConceptSums } from './concept-sums.js';
import type { OurConditions } from './our-conditions.js';
import { CLASS, CLASS_AT, RUN, RUN_CLASS } from './runs.js';
import type { Setting } from './settings.js';
import { setsConditions } from './statements.js';
import type { TheirConditions } from './their-conditions.js';

/**
 * What is known of a class, side by side: what a look cannot tell of the subject's judgement and of the row's; how much of a
 * score each of them makes; the most beside what is added up, and by how much its country multiplies what is needed; the most
 * of what is added up; 1 where its rows set conditions; the most that its rows can score.
 */
export const TERMS = 9;
export const [OURS_SURE, THEIRS_SURE, OUR_SHARE, THEIR_SHARE, MOST, NEEDS, CONCEPTS, BINDS, BEST] = [
  0, 1, 2, 3, 4, 5, 6, 7, 8,
];

/** What is known of a block: what its rows can at most score, and the largest shares of the two judgements. */
export const PARTS = 3;
export const [OUR_PART, THEIR_PART] = [1, 2];

/** What a search needs to know of a subject and the rows, filled beforehand. */
export interface Known {
  readonly sums: ConceptSums;
  readonly ours: OurConditions;
  readonly theirs: TheirConditions;
  /** `first`: what no look at a row tells; `second`: what only a look tells. */
  readonly ourComparable: Comparable;
  readonly theirComparable: Comparable;
}

/** What the facts of a class, and so those of a block, are at most worth: judged once for all of its rows. */
export class ClassBounds {
  /** By class, `TERMS` of each. */
  terms = new Float64Array(0);
  /** By block, `PARTS` of each. */
  blocks = new Float64Array(0);
  /** Blocks, those that can score most first. */
  order = new Uint32Array(0);
  private columns!: Columns;

  constructor(private readonly known: Known) {}

  fill(columns: Columns, setting: Setting): void {
    this.columns = columns;
    const { runs } = columns;
    if (runs.classCount * TERMS > this.terms.length)
      this.terms = new Float64Array(2 * runs.classCount * TERMS);
    for (let number = 1; number < runs.classCount; number += 1) this.judgeClass(number, setting);
    this.judgeBlocks();
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
    const oursSure = ourShare * ourComparable.first[gives]!;
    const theirsSure = theirShare * theirComparable.first[wants]!;
    const atSight = ourShare * ours.countries.worth[country]! + theirShare * theirComparable.second[wants]!;
    const { terms } = this;
    const term = number * TERMS;
    terms[term + OURS_SURE] = oursSure;
    terms[term + THEIRS_SURE] = theirsSure;
    terms[term + OUR_SHARE] = ourShare;
    terms[term + THEIR_SHARE] = theirShare;
    terms[term + MOST] = oursSure + theirsSure + atSight;
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
      blocks[part + OUR_PART] = Math.max(blocks[part + OUR_PART]!, terms[term + OUR_SHARE]!);
      blocks[part + THEIR_PART] = Math.max(blocks[part + THEIR_PART]!, terms[term + THEIR_SHARE]!);
    }
  }
}
