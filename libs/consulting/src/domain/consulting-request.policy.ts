import { type Actor, possibleVerbs } from '#libs/kernel';
import { type ConsultingRequest, consultingRequestTransitions } from './consulting-request.js';

/** What can be done to a request; each is also the permission `consulting-request.<action>`. */
export type ConsultingRequestAction = 'read' | 'update' | 'submit';

/** How the acting organization stands to a request. */
export type ConsultingRequestRelation = 'own' | 'secretariat' | 'counterpart' | 'stranger';

/** What the reader may do next; screens show these and derive nothing themselves. */
export interface ConsultingRequestAbilities {
  readonly update: boolean;
  readonly submit: boolean;
}

type Owned = Pick<ConsultingRequest, 'organizationId' | 'state'>;

/** `isCounterpart`: matchmaking matched the acting organization with this request. */
export function relationTo(
  actor: Actor,
  request: Pick<Owned, 'organizationId'>,
  isCounterpart = false,
): ConsultingRequestRelation {
  if (actor.organization?.id === request.organizationId) return 'own';
  if (actor.organization?.kind === 'secretariat') return 'secretariat';
  return isCounterpart ? 'counterpart' : 'stranger';
}

/** Own: as the role allows. Secretariat and matched counterparts: reading, once it was submitted. */
export function may(
  actor: Actor,
  action: ConsultingRequestAction,
  request: Owned,
  relation: ConsultingRequestRelation,
): boolean {
  if (!actor.permissions.has(`consulting-request.${action}`)) return false;
  if (relation === 'own') return true;
  return action === 'read' && relation !== 'stranger' && request.state !== 'draft';
}

export function abilitiesFor(actor: Actor, request: Owned): ConsultingRequestAbilities {
  const relation = relationTo(actor, request);
  const verbs = possibleVerbs(consultingRequestTransitions, request.state);
  const can = (action: ConsultingRequestAction): boolean => may(actor, action, request, relation);
  return {
    update: request.state === 'draft' && can('update'),
    submit: verbs.includes('submit') && can('submit'),
  };
}
