import { type Actor, possibleVerbs } from '#libs/kernel';
import { type Application, applicationTransitions } from './application.js';

/** How the acting organization stands to an application. */
export type ApplicationRelation = 'applicant' | 'secretariat' | 'stranger';

/** What can be done to an application; each needs the permission beside it. */
const PERMISSION_FOR = {
  read: 'application.read',
  update: 'application.update',
  submit: 'application.submit',
  withdraw: 'application.submit',
  answer: 'application.submit',
  appeal: 'application.submit',
  'name-recommender': 'application.update',
  decide: 'application.decide',
  'assign-reviewer': 'application.decide',
} as const;
export type ApplicationAction = keyof typeof PERMISSION_FOR;

const OF_SECRETARIAT: readonly ApplicationAction[] = ['decide', 'assign-reviewer'];

type Owned = Pick<Application, 'organizationId' | 'state'>;

export function relationTo(actor: Actor, application: Pick<Owned, 'organizationId'>): ApplicationRelation {
  if (actor.organization?.id === application.organizationId) return 'applicant';
  return actor.organization?.kind === 'secretariat' ? 'secretariat' : 'stranger';
}

/** The applicant on its own side; the secretariat on its side, from the moment the application was sent. */
export function may(actor: Actor, action: ApplicationAction, application: Owned): boolean {
  if (!actor.permissions.has(PERMISSION_FOR[action])) return false;
  const relation = relationTo(actor, application);
  if (relation === 'stranger') return false;
  if (relation === 'applicant') return !OF_SECRETARIAT.includes(action);
  if (application.state === 'draft') return false;
  return action === 'read' || OF_SECRETARIAT.includes(action);
}

/** What the reader may do next; screens show these and derive nothing themselves. */
export interface ApplicationAbilities {
  readonly update: boolean;
  readonly submit: boolean;
  readonly withdraw: boolean;
  readonly answer: boolean;
  readonly appeal: boolean;
  readonly nameRecommender: boolean;
  /** Unless another one is under way by now. */
  readonly beginAnew: boolean;
  readonly decide: boolean;
  readonly ask: boolean;
  readonly assignReviewer: boolean;
}

export function abilitiesFor(
  actor: Actor,
  application: Pick<Application, 'organizationId' | 'state' | 'appealedAt' | 'mayGiveWay'>,
): ApplicationAbilities {
  const verbs = possibleVerbs(applicationTransitions, application.state);
  const can = (action: ApplicationAction): boolean => may(actor, action, application);
  return {
    update: application.state === 'draft' && can('update'),
    submit: verbs.includes('submit') && can('submit'),
    withdraw: verbs.includes('withdraw') && can('withdraw'),
    answer: application.state === 'info_requested' && can('answer'),
    appeal: verbs.includes('appeal') && application.appealedAt === null && can('appeal'),
    beginAnew: mayBeFollowed(application) && can('submit'),
    nameRecommender: verbs.includes('name-recommender') && can('name-recommender'),
    decide: verbs.includes('accept') && can('decide'),
    ask: verbs.includes('request-info') && can('decide'),
    assignReviewer: application.state === 'entry_proposal_review' && can('assign-reviewer'),
  };
}

/** Taken back, or rejected long enough ago. */
function mayBeFollowed({ state, mayGiveWay }: Pick<Application, 'state' | 'mayGiveWay'>): boolean {
  return state === 'withdrawn' || mayGiveWay;
}
