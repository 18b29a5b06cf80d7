import type { Reads, Transaction } from '#libs/platform/database';

/** What identity must know of the organizations above it. Implemented by them, and provided to everybody. */
export abstract class PersonSeats {
  /** The organizations, not closed, of which the person is the only owner; somebody else must own them first. */
  abstract ownedAlone(reads: Reads, personId: string): Promise<readonly string[]>;

  /** The person leaves every organization. */
  abstract giveUp(tx: Transaction, personId: string): Promise<void>;
}
