import type { Transaction } from '#libs/platform/database';

/** What identity must know of the organizations above it. Implemented by them, and provided to everybody. */
export abstract class PersonSeats {
  /**
   * The organizations, not closed, of which the person is the only owner; somebody else must own them first. The
   * answer holds until the transaction ends: the organizations are locked.
   */
  abstract ownedAlone(tx: Transaction, personId: string): Promise<readonly string[]>;

  /** The person leaves every organization, and invitations that wait for them are declined. */
  abstract giveUp(tx: Transaction, personId: string): Promise<void>;
}
