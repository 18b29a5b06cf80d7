import { possibleVerbs } from '#libs/kernel';
import { addMonths } from './calendar.js';
import {
  dueAfter,
  dueVerb,
  ENDED_STATES,
  feeDue,
  type Membership,
  MEMBERSHIP_STATES,
  membershipTransitions,
  reminderBefore,
  shownMembership,
  termAfterPayment,
} from './membership.js';

const NOW = new Date('2027-02-01T09:00:00Z');
const FEES = {
  admission: { amountMinor: 1_000_000, currency: 'KRW' },
  annual: { amountMinor: 3_000_000, currency: 'KRW' },
};
const membership = (change: Partial<Membership>): Membership => ({
  id: 'm',
  organizationId: 'o',
  category: 'city_member',
  state: 'approved_unpaid',
  ratification: 'pending',
  statement: '',
  language: 'en',
  reason: null,
  fees: FEES,
  voteId: null,
  approvedAt: NOW,
  termEndsAt: null,
  dueAt: null,
  createdBy: 'p',
  version: 1,
  createdAt: NOW,
  updatedAt: NOW,
  ...change,
});

describe('a membership', () => {
  it('ends for good where no verb leads on', () => {
    const ends = MEMBERSHIP_STATES.filter(
      (state) => possibleVerbs(membershipTransitions, state).length === 0,
    );
    expect([...ends].sort()).toEqual([...ENDED_STATES].sort());
  });

  it('can be left by its organization as long as it has not ended', () => {
    for (const state of MEMBERSHIP_STATES) {
      const leaves = possibleVerbs(membershipTransitions, state).includes('withdraw');
      expect([state, leaves]).toEqual([state, !ENDED_STATES.includes(state)]);
    }
  });

  it('is moved by the clock only where the table lets it', () => {
    for (const state of MEMBERSHIP_STATES) {
      const verb = dueVerb(state);
      expect(dueAfter(state, NOW, NOW) !== null).toBe(verb !== undefined);
      if (verb) expect(possibleVerbs(membershipTransitions, state)).toContain(verb);
    }
  });

  it('waits 60 days for the fees, a term for the next, and six months in suspension', () => {
    const termEndsAt = new Date('2028-02-01T00:00:00Z');
    expect(dueAfter('approved_unpaid', NOW, null)).toEqual(new Date('2027-04-02T09:00:00Z'));
    expect(dueAfter('active', NOW, termEndsAt)).toEqual(termEndsAt);
    expect(dueAfter('suspended', NOW, termEndsAt)).toEqual(new Date('2027-08-01T09:00:00Z'));
    expect(reminderBefore('active', termEndsAt)).toEqual(new Date('2028-01-02T00:00:00Z'));
    expect(reminderBefore('requested', null)).toBeUndefined();
  });

  it('shows in the network only while it is active', () => {
    const shown = MEMBERSHIP_STATES.filter((state) => shownMembership(membership({ state })) !== 'none');
    expect(shown).toEqual(['active']);
  });
});

describe('a payment', () => {
  it('is admission and annual fee first, the annual fee later', () => {
    expect(feeDue('approved_unpaid', FEES)).toEqual({ amountMinor: 4_000_000, currency: 'KRW' });
    expect(feeDue('active', FEES)).toEqual(FEES.annual);
    expect(feeDue('suspended', FEES)).toEqual(FEES.annual);
  });

  it('in time goes on from the end of the term; a first or late one begins on its day', () => {
    const termEndsAt = new Date('2027-03-10T00:00:00Z');
    expect(termAfterPayment(membership({}), '2027-02-03')).toEqual(new Date('2028-02-03T00:00:00Z'));
    expect(termAfterPayment(membership({ state: 'active', termEndsAt }), '2027-02-03')).toEqual(
      new Date('2028-03-10T00:00:00Z'),
    );
    expect(termAfterPayment(membership({ state: 'suspended', termEndsAt }), '2027-05-05')).toEqual(
      new Date('2028-05-05T00:00:00Z'),
    );
  });
});

describe('months', () => {
  it.each([
    ['2027-01-31T12:00:00Z', 1, '2027-02-28T12:00:00Z'],
    ['2028-02-29T00:00:00Z', 12, '2029-02-28T00:00:00Z'],
    ['2027-08-31T00:00:00Z', 6, '2028-02-29T00:00:00Z'],
    ['2027-03-15T23:59:59Z', 12, '2028-03-15T23:59:59Z'],
  ])('after %s, %i of them end at %s', (from, months, to) => {
    expect(addMonths(new Date(from), months)).toEqual(new Date(to));
  });
});
