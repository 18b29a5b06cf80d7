import type { MergedRecord, MergeObstacle } from '#libs/contracts';
import type { Reads, Transaction } from '#libs/platform/database';

/** Two organizations that are one: everything of `fromId` goes to `intoId`. */
export interface MergedPair {
  readonly fromId: string;
  readonly intoId: string;
}

/** What became of the records of one kind. */
export interface MergedLine {
  readonly record: MergedRecord;
  readonly moved: number;
  /** Left with the organization that ends, because it cannot stand beside what the other has. */
  readonly stayed: number;
}

/**
 * A feature's share of a merge: it alone knows its tables and what may stand beside what. Every provider of the
 * application that extends it takes part.
 */
export abstract class MergePart {
  /** What must be settled first; by default nothing. */
  obstacles(_reads: Reads, _pair: MergedPair): Promise<readonly MergeObstacle[]> {
    return Promise.resolve([]);
  }

  /** Moves what there is. Both organizations are locked; the transaction may be a rehearsal that is rolled back. */
  abstract move(tx: Transaction, pair: MergedPair): Promise<readonly MergedLine[]>;
}
