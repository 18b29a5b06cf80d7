import fc from 'fast-check';
import { nextToSign, type Party, partsOf } from './engagement.js';
import {
  balanceOf,
  invoicePostings,
  type LedgerEntry,
  paymentPostings,
  reversedPostings,
  sumOf,
} from './ledger.js';

const amount = fc.integer({ min: 0, max: 9_000_000_000_000 });

function entry(kind: LedgerEntry['kind'], postings: LedgerEntry['postings']): LedgerEntry {
  return {
    id: kind,
    partyId: 'payer',
    kind,
    reference: 'R',
    day: '2027-01-01',
    reversesId: null,
    reason: null,
    createdAt: new Date(),
    postings,
  };
}

const party = (
  id: string,
  side: Party['side'],
  shareBasisPoints: number,
  signedAt: Date | null = null,
): Party => ({
  id,
  organizationId: id,
  side,
  shareBasisPoints,
  signedBy: null,
  signedAt,
});

describe('postings', () => {
  it('cancel out, whatever the amounts, and a reversal leaves nothing', () => {
    fc.assert(
      fc.property(amount, amount, (fee, tax) => {
        const invoice = invoicePostings(fee, tax);
        expect(sumOf(invoice)).toBe(0);
        expect(sumOf(paymentPostings(fee))).toBe(0);
        expect(invoice.every(({ amountMinor }) => amountMinor !== 0)).toBe(true);
        const taken = [entry('invoiced', invoice), entry('reversal', reversedPostings(invoice))];
        expect(balanceOf(taken)).toEqual({ invoicedMinor: 0, paidMinor: 0, outstandingMinor: 0 });
      }),
    );
  });

  it('say what was invoiced, what came in and what is owed', () => {
    const entries = [entry('invoiced', invoicePostings(1000, 100)), entry('paid', paymentPostings(400))];
    expect(balanceOf(entries)).toEqual({ invoicedMinor: 1100, paidMinor: 400, outstandingMinor: 700 });
  });
});

describe('the parts of an amount', () => {
  it('are owed by those who bear a share, by party', () => {
    const all = [party('c', 'consultant', 0), party('r', 'requester', 3333), party('b', 'bearer', 6667)];
    expect([...partsOf(100, all)]).toEqual([
      ['r', 33],
      ['b', 67],
    ]);
  });
});

describe('the order of signatures', () => {
  it('is consultant, requester, then all who bear the cost at once', () => {
    const at = new Date();
    const all = (consultant: Date | null, requester: Date | null): string[] =>
      nextToSign([
        party('r', 'requester', 5000, requester),
        party('b', 'bearer', 2500),
        party('d', 'bearer', 2500),
        party('c', 'consultant', 0, consultant),
      ]).map(({ id }) => id);
    expect([all(null, null), all(at, null), all(at, at)]).toEqual([['c'], ['r'], ['b', 'd']]);
  });
});
