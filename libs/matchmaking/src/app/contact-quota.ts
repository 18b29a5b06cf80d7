import type { Transaction } from '#libs/platform/database';

/** How many interests an organization may send in so many days. */
export interface ContactLimit {
  readonly interests: number;
  readonly days: number;
}

/**
 * Asked how often an organization may show interest; null is as often as it likes. Implemented by admission, for
 * newcomers; where nobody implements it, nobody is limited.
 */
export abstract class ContactQuota {
  abstract limitFor(tx: Transaction, organizationId: string): Promise<ContactLimit | null>;
}
