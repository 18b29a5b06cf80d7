import { type Actor, possibleVerbs } from '#libs/kernel';
import { isEditable, type Opportunity, opportunityTransitions } from './opportunity.js';

/** What can be done to an opportunity; each is also the permission `opportunity.<action>`. */
export type OpportunityAction = 'read' | 'update' | 'publish' | 'close';

/** What the reader may do next; screens show these and derive nothing themselves. */
export interface OpportunityAbilities {
  readonly update: boolean;
  readonly publish: boolean;
  readonly close: boolean;
}

type Owned = Pick<Opportunity, 'organizationId' | 'state'>;

/** Own: as the role allows. Others: reading what was published, also when it has closed since. */
export function may(actor: Actor, action: OpportunityAction, opportunity: Owned): boolean {
  if (!actor.permissions.has(`opportunity.${action}`)) return false;
  if (actor.organization?.id === opportunity.organizationId) return true;
  return action === 'read' && opportunity.state !== 'draft';
}

export function abilitiesFor(actor: Actor, opportunity: Owned): OpportunityAbilities {
  const verbs = possibleVerbs(opportunityTransitions, opportunity.state);
  return {
    update: isEditable(opportunity.state) && may(actor, 'update', opportunity),
    publish: verbs.includes('publish') && may(actor, 'publish', opportunity),
    close: verbs.includes('close') && may(actor, 'close', opportunity),
  };
}
