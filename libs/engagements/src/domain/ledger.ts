/** Facts about fees; no payment is processed. */
export const ENTRY_KINDS = ['invoiced', 'paid', 'reversal'] as const;
export type EntryKind = (typeof ENTRY_KINDS)[number];

/** Per payer: what it owes, what the consultant earned and owes as tax, and what was received. */
export const ACCOUNT_KINDS = ['owed', 'fees', 'tax', 'received'] as const;
export type AccountKind = (typeof ACCOUNT_KINDS)[number];

/** One line of an entry in minor units: debit above zero, credit below. */
export interface Posting {
  readonly account: AccountKind;
  readonly amountMinor: number;
}

export interface LedgerEntry {
  readonly id: string;
  readonly partyId: string;
  readonly kind: EntryKind;
  /** Number of the invoice or of the payment; for a reversal that of what it takes back. */
  readonly reference: string;
  readonly day: string;
  readonly reversesId: string | null;
  readonly reason: string | null;
  readonly createdAt: Date;
  readonly postings: readonly Posting[];
}

/** An invoice: the payer owes fee and tax. Lines of zero are left out. */
export function invoicePostings(feeMinor: number, taxMinor: number): Posting[] {
  const lines: Posting[] = [
    { account: 'owed', amountMinor: feeMinor + taxMinor },
    { account: 'fees', amountMinor: -feeMinor },
    { account: 'tax', amountMinor: -taxMinor },
  ];
  return lines.filter(({ amountMinor }) => amountMinor !== 0);
}

/** A payment that has come in: less is owed. */
export function paymentPostings(amountMinor: number): Posting[] {
  return [
    { account: 'received', amountMinor },
    { account: 'owed', amountMinor: -amountMinor },
  ];
}

/** The same with the other sign: nothing is edited. */
export function reversedPostings(postings: readonly Posting[]): Posting[] {
  return postings.map(({ account, amountMinor }) => ({ account, amountMinor: -amountMinor }));
}

export const sumOf = (postings: readonly Posting[]): number =>
  postings.reduce((sum, { amountMinor }) => sum + amountMinor, 0);

export interface Balance {
  readonly invoicedMinor: number;
  readonly paidMinor: number;
  /** Invoiced and not paid yet. */
  readonly outstandingMinor: number;
}

/** What all entries of a payer come to. */
export function balanceOf(entries: readonly LedgerEntry[]): Balance {
  const total = (account: AccountKind): number =>
    sumOf(entries.flatMap(({ postings }) => postings.filter((posting) => posting.account === account)));
  return {
    invoicedMinor: 0 - total('fees') - total('tax'),
    paidMinor: total('received'),
    outstandingMinor: total('owed'),
  };
}

/** Whether an entry that exists says the same as the one that is to be recorded. */
export function saysTheSame(
  entry: LedgerEntry,
  wanted: { partyId: string; day: string; postings: readonly Posting[] },
): boolean {
  const lines = (postings: readonly Posting[]): string =>
    postings
      .map(({ account, amountMinor }) => `${account}:${amountMinor}`)
      .sort()
      .join();
  return (
    entry.partyId === wanted.partyId &&
    entry.day === wanted.day &&
    lines(entry.postings) === lines(wanted.postings)
  );
}
