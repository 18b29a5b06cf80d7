import type { MatchState } from '#libs/contracts';
import type { Actor, DomainError } from '#libs/kernel';
import { directionFor } from './interest.js';
import { AwaitingYourAnswer, InterestAlreadySent, InterestDeclinedBefore } from './interest.errors.js';
import type { Match } from './match.js';
import { AlreadyConnected, MatchClosed, MatchDismissed } from './match.errors.js';

/** What the reader may do next; screens show these and derive nothing themselves. */
export interface MatchAbilities {
  readonly dismiss: boolean;
  readonly sendInterest: boolean;
  readonly answerInterest: boolean;
  readonly withdrawInterest: boolean;
}

type Seen = Pick<Match, 'subject' | 'state' | 'interest' | 'isOpen'>;

/** States in which nobody waits for anybody, so that a match may be put away. */
const DISMISSIBLE: readonly MatchState[] = ['suggested', 'declined'];

/** True for the organization that sees the match from its own side. */
export function isParty(actor: Actor, match: Pick<Match, 'subject'>): boolean {
  return actor.organization?.id === match.subject.organizationId;
}

export function isDismissible(match: Pick<Match, 'state'>): boolean {
  return DISMISSIBLE.includes(match.state);
}

/** States in which nothing can be sent, and why. */
const REFUSALS: Partial<Record<MatchState, new () => DomainError>> = {
  connected: AlreadyConnected,
  'interest-sent': InterestAlreadySent,
  'interest-received': AwaitingYourAnswer,
  dismissed: MatchDismissed,
};

/**
 * Why the organization behind `subject` cannot write to the other one now; undefined when it can. Who declined
 * may change their mind and write, who was declined may not ask again.
 */
export function refusalToSend({ state, interest, isOpen, subject }: Seen): DomainError | undefined {
  const Refusal = REFUSALS[state];
  if (Refusal) return new Refusal();
  const wasDeclined =
    state === 'declined' && interest && directionFor(interest, subject.organizationId) === 'sent';
  if (wasDeclined) return new InterestDeclinedBefore();
  return isOpen ? undefined : new MatchClosed();
}

export function abilitiesFor(actor: Actor, match: Seen): MatchAbilities {
  const can = (permission: string): boolean => isParty(actor, match) && actor.permissions.has(permission);
  return {
    dismiss: isDismissible(match) && can('match.dismiss'),
    sendInterest: refusalToSend(match) === undefined && can('interest.send'),
    answerInterest: match.state === 'interest-received' && can('interest.answer'),
    withdrawInterest: match.state === 'interest-sent' && can('interest.send'),
  };
}
