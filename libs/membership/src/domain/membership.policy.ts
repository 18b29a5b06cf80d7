import { type Actor, possibleVerbs } from '#libs/kernel';
import {
  awaitsRatification,
  type Membership,
  type MembershipVerb,
  membershipTransitions,
} from './membership.js';

export type MembershipAction = 'read' | 'withdraw' | 'decide';

/** Its own organization and the secretariat; nobody else learns who asked for membership. */
export function mayOn(actor: Actor, action: MembershipAction, { organizationId }: Membership): boolean {
  const isOwn = actor.organization?.id === organizationId;
  const isSecretariat = actor.organization?.kind === 'secretariat';
  switch (action) {
    case 'read':
      return isOwn || isSecretariat;
    case 'withdraw':
      return isOwn && actor.permissions.has('membership.apply');
    case 'decide':
      return isSecretariat && actor.permissions.has('membership.decide');
  }
}

/** What the reader may do with a membership now, for screens. */
export interface MembershipAbilities {
  readonly withdraw: boolean;
  readonly putToVote: boolean;
  readonly reject: boolean;
  readonly receiveFee: boolean;
  readonly ratify: boolean;
}

export function abilitiesOn(actor: Actor, membership: Membership): MembershipAbilities {
  const possible = new Set<MembershipVerb>(possibleVerbs(membershipTransitions, membership.state));
  const decides = mayOn(actor, 'decide', membership);
  const takesFees = possible.has('activate') || possible.has('renew');
  return {
    withdraw: possible.has('withdraw') && mayOn(actor, 'withdraw', membership),
    putToVote: possible.has('put-to-vote') && decides,
    reject: possible.has('reject') && decides,
    receiveFee: takesFees && membership.ratification !== 'declined' && decides,
    ratify: awaitsRatification(membership) && decides,
  };
}
