import type { Actor } from '#libs/kernel';
import { seatOf, type Vote, type VoteSeat } from './vote.js';

/** The secretariat, and the cities of the electorate: in conflict or not, they sit in the committee. */
export function mayReadVote(actor: Actor, seats: readonly VoteSeat[]): boolean {
  const { organization } = actor;
  if (!organization) return false;
  return organization.kind === 'secretariat' || seatOf(seats, organization.id) !== undefined;
}

/** Owners of a city and those who may sign for it speak for it. */
export function mayVoteForCity(actor: Actor): boolean {
  const { organization } = actor;
  return (
    actor.permissions.has('membership.vote') &&
    organization !== null &&
    (organization.role === 'owner' || organization.signatory)
  );
}

/** What the reader may do with a vote now, for screens. */
export interface VoteAbilities {
  readonly cast: boolean;
}

export function voteAbilities(actor: Actor, vote: Vote, seats: readonly VoteSeat[]): VoteAbilities {
  const seat = actor.organization ? seatOf(seats, actor.organization.id) : undefined;
  return { cast: vote.state === 'open' && seat?.standing === 'voting' && mayVoteForCity(actor) };
}
