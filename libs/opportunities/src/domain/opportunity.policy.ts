import { type Actor, possibleVerbs } from '#libs/kernel';
import type { Opportunity } from './opportunity.js';
import { isEditable, opportunityTransitions, type OpportunityVerb } from './opportunity-states.js';

/** What can be done to an opportunity; each needs the permission beside it. */
const PERMISSION_FOR = {
  read: 'opportunity.read',
  update: 'opportunity.update',
  publish: 'opportunity.publish',
  close: 'opportunity.close',
  review: 'opportunity.review',
} as const;
export type OpportunityAction = keyof typeof PERMISSION_FOR;

/** What the reader may do next; screens show these and derive nothing themselves. */
export interface OpportunityAbilities {
  readonly update: boolean;
  readonly publish: boolean;
  readonly takeBack: boolean;
  readonly pause: boolean;
  readonly resume: boolean;
  readonly askLook: boolean;
  readonly renew: boolean;
  readonly fill: boolean;
  readonly reportOutcome: boolean;
  readonly close: boolean;
  readonly discard: boolean;
  readonly approve: boolean;
  readonly sendBack: boolean;
  readonly hold: boolean;
  readonly release: boolean;
}

type Owned = Pick<Opportunity, 'organizationId' | 'state' | 'publishedAt'>;
type Lively = Owned & Pick<Opportunity, 'heldAt' | 'isRenewable'>;

/** True for its own people, and for the secretariat once it was shown to somebody: they see its story. */
export function mayReadStory(actor: Actor, opportunity: Owned): boolean {
  return (
    may(actor, 'read', opportunity) &&
    (actor.organization?.id === opportunity.organizationId || may(actor, 'review', opportunity))
  );
}

/**
 * Own: as the role allows. Others: reading what was published, also when it is over since. The secretariat also
 * reads what waits for its look, and steps in wherever others can read.
 */
export function may(actor: Actor, action: OpportunityAction, opportunity: Owned): boolean {
  if (!actor.permissions.has(PERMISSION_FOR[action])) return false;
  const isShown = opportunity.publishedAt !== null;
  const isLookedAt = isShown || opportunity.state === 'review';
  if (action === 'review') return isLookedAt;
  if (actor.organization?.id === opportunity.organizationId) return true;
  if (action !== 'read') return false;
  return isShown || (isLookedAt && actor.permissions.has('opportunity.review'));
}

export function abilitiesFor(actor: Actor, opportunity: Lively): OpportunityAbilities {
  const verbs = possibleVerbs(opportunityTransitions, opportunity.state);
  const can = (action: OpportunityAction, ...wanted: OpportunityVerb[]): boolean =>
    wanted.some((verb) => verbs.includes(verb)) && may(actor, action, opportunity);
  const isHeld = opportunity.heldAt !== null;
  return {
    update: isEditable(opportunity.state) && may(actor, 'update', opportunity),
    publish: can('publish', 'publish', 'hand-in'),
    takeBack: can('publish', 'take-back'),
    pause: can('publish', 'pause'),
    resume: !isHeld && can('publish', 'resume'),
    askLook: isHeld && can('publish', 'ask-look'),
    renew: !isHeld && opportunity.isRenewable && can('publish', 'renew'),
    fill: can('close', 'fill'),
    reportOutcome: can('close', 'report-outcome'),
    close: can('close', 'close'),
    discard: can('close', 'discard'),
    approve: can('review', 'approve'),
    sendBack: can('review', 'return'),
    hold: !isHeld && can('review', 'hold'),
    release: isHeld && can('review', 'release'),
  };
}
