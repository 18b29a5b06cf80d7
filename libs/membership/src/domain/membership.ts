import type { TpoMembership } from '#libs/contracts';
import { defineTransitions, type Money } from '#libs/kernel';
import { addDays, addMonths } from './calendar.js';

export const MEMBERSHIP_STATES = [
  'requested',
  'excom_vote',
  'approved_unpaid',
  'active',
  'suspended',
  'expired',
  'rejected',
  'withdrawn',
] as const;
export type MembershipState = (typeof MEMBERSHIP_STATES)[number];

/** States that nothing leads out of; a new request may follow. */
export const ENDED_STATES: readonly MembershipState[] = ['expired', 'rejected', 'withdrawn'];

/** Cities and all other organizations are members of different categories. */
export const MEMBERSHIP_CATEGORIES = ['city_member', 'industry_member'] as const;
export type MembershipCategory = (typeof MEMBERSHIP_CATEGORIES)[number];

/** An approval is provisional (`pending`) until the General Assembly has spoken. */
export const RATIFICATIONS = ['none', 'pending', 'ratified', 'declined'] as const;
export type Ratification = (typeof RATIFICATIONS)[number];

/** The whole life of a membership. The Executive Committee is the actor of what follows from a counted vote. */
export const membershipTransitions = defineTransitions({
  feature: 'membership',
  initial: 'requested',
  states: MEMBERSHIP_STATES,
  transitions: {
    'put-to-vote': {
      from: ['requested'],
      to: 'excom_vote',
      actor: 'The secretariat, with the fees the member will owe',
      event: 'membership.put-to-vote',
    },
    reject: {
      from: ['requested'],
      to: 'rejected',
      actor: 'The secretariat, with a reason',
      event: 'membership.rejected',
    },
    approve: {
      from: ['excom_vote'],
      to: 'approved_unpaid',
      actor: 'The Executive Committee: provisional, to be ratified',
      event: 'membership.approved',
    },
    refuse: {
      from: ['excom_vote'],
      to: 'rejected',
      actor: 'The Executive Committee',
      event: 'membership.rejected',
    },
    return: {
      from: ['excom_vote'],
      to: 'requested',
      actor: 'A vote without quorum, which decides nothing',
      event: 'membership.returned',
    },
    activate: {
      from: ['approved_unpaid'],
      to: 'active',
      actor: 'The secretariat: admission and first annual fee received',
      event: 'membership.activated',
    },
    renew: {
      from: ['active', 'suspended'],
      to: 'active',
      actor: 'The secretariat: annual fee received',
      event: 'membership.renewed',
    },
    'decline-ratification': {
      from: ['approved_unpaid', 'active', 'suspended'],
      to: 'suspended',
      actor: 'The General Assembly, recorded by the secretariat',
      event: 'membership.suspended',
    },
    lapse: {
      from: ['active'],
      to: 'suspended',
      actor: 'The end of a term that was not renewed',
      event: 'membership.suspended',
    },
    expire: {
      from: ['approved_unpaid', 'suspended'],
      to: 'expired',
      actor: '60 days without the fees, or six months of suspension',
      event: 'membership.expired',
    },
    withdraw: {
      from: ['requested', 'excom_vote', 'approved_unpaid', 'active', 'suspended'],
      to: 'withdrawn',
      actor: 'The organization itself',
      event: 'membership.withdrawn',
    },
  },
});
export type MembershipVerb = keyof typeof membershipTransitions.transitions;

/** Ratification changes no state, only that the membership is provisional no more. */
export function awaitsRatification({ state, ratification }: Membership): boolean {
  return ratification === 'pending' && !ENDED_STATES.includes(state);
}

/** What a member owes, in one currency. */
export interface MembershipFees {
  /** Once, with the first annual fee. */
  readonly admission: Money;
  readonly annual: Money;
}

export interface Membership {
  readonly id: string;
  readonly organizationId: string;
  readonly category: MembershipCategory;
  readonly state: MembershipState;
  readonly ratification: Ratification;
  /** Why the organization wants to be a member, in its words. */
  readonly statement: string;
  /** BCP 47, of the statement. */
  readonly language: string;
  /** Why it is rejected or suspended, where somebody gave a reason. */
  readonly reason: string | null;
  readonly fees: MembershipFees | null;
  /** The vote that decides or decided it. */
  readonly voteId: string | null;
  readonly approvedAt: Date | null;
  /** End of the term that is paid for. */
  readonly termEndsAt: Date | null;
  /** When the clock moves it on: see {@link dueVerb}. */
  readonly dueAt: Date | null;
  readonly createdBy: string;
  readonly version: number;
  readonly createdAt: Date;
  readonly updatedAt: Date;
}

/** One entry of a membership's history. */
export interface MembershipStep {
  readonly number: number;
  readonly verb: string;
  readonly fromState: MembershipState | null;
  readonly toState: MembershipState;
  readonly reason: string | null;
  /** Of a payment or of a resolution of the General Assembly. */
  readonly reference: string | null;
  /** The day it is dated, where that is not the day of the entry. */
  readonly dated: string | null;
  readonly amount: Money | null;
  readonly at: Date;
}

export const UNPAID_DAYS = 60;
export const TERM_MONTHS = 12;
export const SUSPENDED_MONTHS = 6;
/** How long before the clock moves a membership the organization is reminded. */
export const REMINDER_DAYS = { approved_unpaid: 14, active: 30, suspended: 30 } as const;

/** The category that an organization of this kind may apply for; undefined for the secretariat. */
export function categoryOf(kind: string): MembershipCategory | undefined {
  if (kind === 'secretariat') return undefined;
  return kind === 'city' ? 'city_member' : 'industry_member';
}

/** What the network shows of the organization's membership in this state. */
export function shownMembership({ state, category }: Membership): TpoMembership {
  return state === 'active' ? category : 'none';
}

/** What the clock does once `dueAt` has come; undefined where time changes nothing. */
export function dueVerb(state: MembershipState): 'lapse' | 'expire' | undefined {
  if (state === 'active') return 'lapse';
  return state === 'approved_unpaid' || state === 'suspended' ? 'expire' : undefined;
}

/** When the clock moves a membership that has just come to `state`; null where it never does. */
export function dueAfter(state: MembershipState, now: Date, termEndsAt: Date | null): Date | null {
  switch (state) {
    case 'approved_unpaid':
      return addDays(now, UNPAID_DAYS);
    case 'active':
      return termEndsAt;
    case 'suspended':
      return addMonths(now, SUSPENDED_MONTHS);
    default:
      return null;
  }
}

/** When the organization is reminded of `dueAt`; undefined where there is nothing to remind of. */
export function reminderBefore(state: MembershipState, dueAt: Date | null): Date | undefined {
  if (dueAt === null || !(state in REMINDER_DAYS)) return undefined;
  return addDays(dueAt, -REMINDER_DAYS[state as keyof typeof REMINDER_DAYS]);
}

/** What has to be paid now: with the admission fee before the first term, the annual fee after it. */
export function feeDue(state: MembershipState, { admission, annual }: MembershipFees): Money {
  if (state !== 'approved_unpaid') return annual;
  return { amountMinor: admission.amountMinor + annual.amountMinor, currency: annual.currency };
}

/**
 * The end of the term that a payment buys. A renewal in time goes on from the end of the term; the first term, and
 * one after a suspension, begins with the day of the payment.
 */
export function termAfterPayment(membership: Membership, receivedOn: string): Date {
  const { state, termEndsAt } = membership;
  const from = state === 'active' && termEndsAt ? termEndsAt : new Date(`${receivedOn}T00:00:00Z`);
  return addMonths(from, TERM_MONTHS);
}
