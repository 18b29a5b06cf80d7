import { defineTransitions } from '#libs/kernel';
import type { ElectorateSeat } from './electorate.js';
import type { Choice, Result } from './tally.js';

/** How long an online vote is open, and how long before its end those who have not voted are reminded. */
export const VOTE_DAYS = 14;
export const VOTE_REMINDER_DAYS = 3;

/** What the Executive Committee is asked about. Budgets and host cities need no other machinery. */
export const VOTE_SUBJECTS = ['membership-admission'] as const;
export type VoteSubject = (typeof VOTE_SUBJECTS)[number];

/**
 * `secret`: nobody ever sees who chose what; choices are erased from the ballots once they are counted. `open`: the
 * minutes name each city's choice. In both, no count of choices is shown before the close.
 */
export const VOTE_SECRECIES = ['secret', 'open'] as const;
export type VoteSecrecy = (typeof VOTE_SECRECIES)[number];

export const VOTE_STATES = ['open', 'closed', 'cancelled'] as const;
export type VoteState = (typeof VOTE_STATES)[number];

export const CLOSINGS = ['all-voted', 'window-ended'] as const;
export type Closing = (typeof CLOSINGS)[number];

export const voteTransitions = defineTransitions({
  feature: 'vote',
  initial: 'open',
  states: VOTE_STATES,
  transitions: {
    close: {
      from: ['open'],
      to: 'closed',
      actor: 'The end of the window, or the last ballot that was awaited',
      event: 'vote.closed',
    },
    cancel: { from: ['open'], to: 'cancelled', actor: 'Who withdraws what is voted on' },
  },
});

export interface Vote {
  readonly id: string;
  readonly subjectType: VoteSubject;
  readonly subjectId: string;
  /** Whom the subject concerns. */
  readonly organizationId: string;
  readonly secrecy: VoteSecrecy;
  readonly state: VoteState;
  readonly opensAt: Date;
  readonly closesAt: Date;
  readonly closedAt: Date | null;
  readonly closedBecause: Closing | null;
  /** Once it is closed. */
  readonly result: Result | null;
  readonly version: number;
  readonly createdAt: Date;
}

/** A seat as it was when the vote opened. */
export interface VoteSeat extends ElectorateSeat {
  readonly id: string;
  /** When the seat voted last; null while it has not. */
  readonly castAt: Date | null;
  /** Null while it has not voted, and for good once a secret vote is counted. */
  readonly choice: Choice | null;
}

/** The seat that `organizationId` holds in an electorate. */
export function seatOf(seats: readonly VoteSeat[], organizationId: string): VoteSeat | undefined {
  return seats.find((seat) => seat.organizationId === organizationId);
}

/** Whether every seat that can vote has voted, `casting` among them. */
export function isComplete(seats: readonly VoteSeat[], casting: VoteSeat): boolean {
  const voting = seats.filter(({ standing }) => standing === 'voting');
  return voting.every(({ id, castAt }) => castAt !== null || id === casting.id);
}
