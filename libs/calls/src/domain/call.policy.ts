import { type Actor, possibleVerbs } from '#libs/kernel';
import type { Call } from './call.js';
import { callTransitions, type CallVerb } from './call-states.js';

/** What can be done to a call; each needs the permission beside it. */
const PERMISSION_FOR = {
  read: 'call.read',
  follow: 'call.follow',
  update: 'call.update',
  publish: 'call.publish',
} as const;
export type CallAction = keyof typeof PERMISSION_FOR;

/** What the reader may do next; screens show these and derive nothing themselves. */
export interface CallAbilities {
  readonly update: boolean;
  readonly publish: boolean;
  readonly change: boolean;
  readonly callOff: boolean;
  readonly archive: boolean;
  readonly discard: boolean;
  readonly follow: boolean;
}

type Owned = Pick<Call, 'organizationId' | 'state' | 'number'>;

/** Published calls are for everybody who takes part; a draft, and every change, only for who runs it. */
export function may(actor: Actor, action: CallAction, call: Owned): boolean {
  if (!actor.permissions.has(PERMISSION_FOR[action])) return false;
  const isOwn = actor.organization?.id === call.organizationId;
  if (action === 'read') return isOwn || call.number > 0;
  if (action === 'follow') return !isOwn && call.number > 0;
  return isOwn;
}

/** True while new terms may take the place of the old ones. */
export function isChangeable(state: Call['state']): boolean {
  return state === 'published' || state === 'open' || state === 'closed' || state === 'reviewing';
}

export function abilitiesFor(actor: Actor, call: Owned): CallAbilities {
  const verbs = possibleVerbs(callTransitions, call.state);
  const can = (action: CallAction, verb: CallVerb): boolean =>
    verbs.includes(verb) && may(actor, action, call);
  return {
    update: call.state === 'draft' && may(actor, 'update', call),
    publish: can('publish', 'publish'),
    change: isChangeable(call.state) && may(actor, 'publish', call),
    callOff: can('publish', 'call-off'),
    archive: can('publish', 'archive'),
    discard: can('update', 'discard'),
    follow: isChangeable(call.state) && may(actor, 'follow', call),
  };
}
