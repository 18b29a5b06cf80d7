import { type Actor, possibleVerbs } from '#libs/kernel';
import type { ConsultingRequest } from './consulting-request.js';
import { type ConsultingRequestVerb, consultingRequestTransitions, OPEN_STATES } from './request-states.js';

/** What can be done to a request; each needs the permission beside it. */
const PERMISSION_FOR = {
  read: 'consulting-request.read',
  update: 'consulting-request.update',
  submit: 'consulting-request.submit',
  'give-information': 'consulting-request.submit',
  cancel: 'consulting-request.submit',
  name: 'consulting-request.submit',
  select: 'quote.select',
  triage: 'consulting-request.triage',
} as const;
export type ConsultingRequestAction = keyof typeof PERMISSION_FOR;

/** How the acting organization stands to a request. */
export type ConsultingRequestRelation =
  | 'own'
  | 'secretariat'
  /** Asked to take it, and not done with it. */
  | 'expert'
  /** Shall pay for it. */
  | 'bearer'
  /** Matched with it. */
  | 'counterpart'
  | 'stranger';

/** What the reader may do next; screens show these and derive nothing themselves. */
export interface ConsultingRequestAbilities {
  readonly update: boolean;
  readonly submit: boolean;
  readonly discard: boolean;
  readonly giveInformation: boolean;
  /** Ask consultants by name, where the request is between members. */
  readonly name: boolean;
  readonly cancel: boolean;
  readonly closeQuotes: boolean;
  readonly readQuotes: boolean;
  readonly select: boolean;
  readonly take: boolean;
  readonly askInformation: boolean;
  readonly answer: boolean;
  readonly refuse: boolean;
  /** Ask experts on behalf of the secretariat. */
  readonly invite: boolean;
  readonly leaveUnanswered: boolean;
}

type Owned = Pick<ConsultingRequest, 'organizationId' | 'state' | 'kind' | 'quotesOpenedAt'>;

/** What has to be looked up to know how an organization stands to a request. */
export interface Ties {
  readonly isExpert?: boolean;
  readonly isBearer?: boolean;
  readonly isCounterpart?: boolean;
}

export function relationTo(
  actor: Actor,
  request: Pick<Owned, 'organizationId'>,
  ties: Ties = {},
): ConsultingRequestRelation {
  if (actor.organization?.id === request.organizationId) return 'own';
  if (actor.organization?.kind === 'secretariat') return 'secretariat';
  if (ties.isExpert) return 'expert';
  if (ties.isBearer) return 'bearer';
  return ties.isCounterpart ? 'counterpart' : 'stranger';
}

/**
 * Own: as the role allows. The secretariat: its desk. Everybody else only reads, once it was submitted; who was matched
 * with it reads what members ask each other, and not what the committee is asked.
 */
export function may(
  actor: Actor,
  action: ConsultingRequestAction,
  request: Owned,
  relation: ConsultingRequestRelation,
): boolean {
  if (!actor.permissions.has(PERMISSION_FOR[action])) return false;
  if (relation === 'own') return action !== 'triage';
  if (request.state === 'draft' || relation === 'stranger') return false;
  if (action === 'triage') return relation === 'secretariat';
  return action === 'read' && (relation !== 'counterpart' || request.kind === 'b2b');
}

export function abilitiesFor(actor: Actor, request: Owned, ties: Ties = {}): ConsultingRequestAbilities {
  const relation = relationTo(actor, request, ties);
  const verbs = possibleVerbs(consultingRequestTransitions, request.state);
  const can = (action: ConsultingRequestAction): boolean => may(actor, action, request, relation);
  const then = (action: ConsultingRequestAction, verb: ConsultingRequestVerb): boolean =>
    verbs.includes(verb) && can(action);
  return {
    update: request.state === 'draft' && can('update'),
    submit: then('submit', 'submit'),
    discard: then('update', 'discard'),
    giveInformation: then('give-information', 'give-information'),
    name: request.kind === 'b2b' && canInvite(request) && can('name'),
    cancel: then('cancel', 'cancel'),
    ...quoteAbilities(request, can, relation),
    take: then('triage', 'take'),
    askInformation: then('triage', 'ask-information'),
    answer: then('triage', 'answer'),
    refuse: then('triage', 'refuse'),
    invite: canInvite(request) && can('triage'),
    leaveUnanswered: then('triage', 'leave-unanswered'),
  };
}

function quoteAbilities(
  { state, quotesOpenedAt }: Owned,
  can: (action: ConsultingRequestAction) => boolean,
  relation: ConsultingRequestRelation,
): Pick<ConsultingRequestAbilities, 'closeQuotes' | 'readQuotes' | 'select'> {
  const isOpened = quotesOpenedAt !== null;
  const isQuoting = state === 'quoting';
  return {
    closeQuotes: isQuoting && !isOpened && (can('select') || can('triage')),
    readQuotes: isOpened && (relation === 'own' || relation === 'secretariat'),
    select: isQuoting && isOpened && can('select'),
  };
}

/** While experts can be asked, for the first time or further ones. */
export function canInvite({ state, quotesOpenedAt }: Pick<Owned, 'state' | 'quotesOpenedAt'>): boolean {
  return OPEN_STATES.includes(state) && state !== 'need_info' && quotesOpenedAt === null;
}
