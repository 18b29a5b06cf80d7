import type { SeatStanding } from './electorate.js';

export const CHOICES = ['yes', 'no', 'abstain'] as const;
export type Choice = (typeof CHOICES)[number];

export const OUTCOMES = ['accepted', 'refused', 'no-quorum'] as const;
export type Outcome = (typeof OUTCOMES)[number];

/** Why a vote ended as it did, one code a rule; the figures stand in the {@link Tally}. */
export const OUTCOME_REASONS = [
  'quorum-reached',
  'quorum-missed',
  'more-yes-than-no',
  'not-more-yes-than-no',
] as const;
export type OutcomeReason = (typeof OUTCOME_REASONS)[number];

/** What the seats of an electorate amount to. */
export interface Turnout {
  /** All computed seats. */
  readonly seats: number;
  /** Seats that can vote. */
  readonly voting: number;
  readonly vacant: number;
  readonly conflicts: number;
  /** Ballots that must be in, abstentions among them. */
  readonly quorum: number;
}

export interface Tally extends Turnout {
  readonly cast: number;
  readonly yes: number;
  readonly no: number;
  readonly abstain: number;
}

export interface Result extends Tally {
  readonly outcome: Outcome;
  readonly reasons: readonly OutcomeReason[];
}

/**
 * The quorum is more than half of all computed seats but those in conflict. Vacant seats count, so that leaving
 * seats empty never makes a decision easier.
 */
export function turnoutOf(standings: readonly SeatStanding[]): Turnout {
  const count = (standing: SeatStanding): number => standings.filter((each) => each === standing).length;
  const conflicts = count('conflict');
  return {
    seats: standings.length,
    voting: count('voting'),
    vacant: count('vacant'),
    conflicts,
    quorum: Math.floor((standings.length - conflicts) / 2) + 1,
  };
}

/** Counts one ballot per voting seat. */
export function tallyOf(standings: readonly SeatStanding[], choices: readonly Choice[]): Tally {
  const count = (choice: Choice): number => choices.filter((each) => each === choice).length;
  return {
    ...turnoutOf(standings),
    cast: choices.length,
    yes: count('yes'),
    no: count('no'),
    abstain: count('abstain'),
  };
}

/**
 * The result: no quorum, no decision; else accepted by more yes than no. Abstentions make the quorum and count for
 * neither side, so a tie and a vote of abstentions only are refusals.
 */
export function resultOf(tally: Tally): Result {
  if (tally.cast < tally.quorum) return { ...tally, outcome: 'no-quorum', reasons: ['quorum-missed'] };
  const accepted = tally.yes > tally.no;
  return {
    ...tally,
    outcome: accepted ? 'accepted' : 'refused',
    reasons: ['quorum-reached', accepted ? 'more-yes-than-no' : 'not-more-yes-than-no'],
  };
}
