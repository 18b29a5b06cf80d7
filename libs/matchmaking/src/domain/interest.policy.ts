import { type Actor, possibleVerbs } from '#libs/kernel';
import { directionFor, type Interest, interestTransitions } from './interest.js';

/** What people do; the clock's verbs are nobody's to ask for. */
export type InterestVerb = Exclude<keyof typeof interestTransitions.transitions, 'remind' | 'expire'>;

/** What the reader may do next; screens show these and derive nothing themselves. */
export interface InterestAbilities {
  readonly accept: boolean;
  readonly decline: boolean;
  readonly withdraw: boolean;
}

type Sent = Pick<Interest, 'fromOrganizationId' | 'toOrganizationId' | 'state'>;

/** Its two organizations read it; the receiver answers, the sender takes it back, as their roles allow. */
export function mayRead(actor: Actor, interest: Sent): boolean {
  return (
    actor.permissions.has('interest.read') && directionFor(interest, actor.organization?.id) !== undefined
  );
}

export function may(actor: Actor, verb: InterestVerb, interest: Sent): boolean {
  const direction = directionFor(interest, actor.organization?.id);
  return verb === 'withdraw'
    ? direction === 'sent' && actor.permissions.has('interest.send')
    : direction === 'received' && actor.permissions.has('interest.answer');
}

export function abilitiesFor(actor: Actor, interest: Sent): InterestAbilities {
  const verbs = possibleVerbs(interestTransitions, interest.state);
  const can = (verb: InterestVerb): boolean => verbs.includes(verb) && may(actor, verb, interest);
  return { accept: can('accept'), decline: can('decline'), withdraw: can('withdraw') };
}
