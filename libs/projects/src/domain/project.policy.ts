import type { Actor } from '#libs/kernel';
import type { Milestone, Project, ProjectPartner } from './project.js';
import { isLive, isOpen, projectTransitions, type ProjectVerb } from './project-states.js';

/** How the acting organization stands to a project. Whoever is none of these does not know of it. */
export type ProjectRelation = 'lead' | 'partner' | 'runner' | 'stranger';

/** What can be done to a project; `submit` and `manage` are permissions of the same name. */
export type ProjectAction = 'read' | 'submit' | 'lead' | 'manage';

export function relationTo(
  actor: Actor,
  project: Pick<Project, 'organizationId' | 'runnerId'>,
  partners: readonly Pick<ProjectPartner, 'organizationId'>[],
): ProjectRelation {
  const id = actor.organization?.id;
  if (id === project.organizationId) return 'lead';
  if (partners.some(({ organizationId }) => organizationId === id)) return 'partner';
  return id === project.runnerId ? 'runner' : 'stranger';
}

/** The consortium reads and hands in; who runs the call reads and judges, but for a project of its own. */
export function may(actor: Actor, action: ProjectAction, relation: ProjectRelation): boolean {
  const has = (right: string): boolean => actor.permissions.has(`project.${right}`);
  switch (action) {
    case 'read':
      return relation !== 'stranger' && has('read');
    case 'submit':
      return (relation === 'lead' || relation === 'partner') && has('submit');
    case 'lead':
      return relation === 'lead' && has('submit');
    case 'manage':
      return relation === 'runner' && has('manage');
  }
}

/** What the reader may do next with a project; screens show these and derive nothing themselves. */
export interface ProjectAbilities {
  readonly beginClosing: boolean;
  readonly close: boolean;
  readonly suspend: boolean;
  readonly resume: boolean;
  readonly terminate: boolean;
  readonly editResult: boolean;
  readonly consent: boolean;
  readonly rate: boolean;
}

export function abilitiesFor(
  actor: Actor,
  { state }: Pick<Project, 'state'>,
  relation: ProjectRelation,
  ratingsAreOpen: boolean,
): ProjectAbilities {
  const can = (verb: ProjectVerb): boolean => projectTransitions.transitions[verb].from.includes(state);
  const manages = may(actor, 'manage', relation);
  const leads = may(actor, 'lead', relation);
  return {
    beginClosing: leads && can('begin-closing'),
    close: manages && can('close'),
    suspend: manages && can('suspend'),
    resume: manages && can('resume'),
    terminate: manages && can('terminate'),
    editResult: leads && isLive(state),
    consent: may(actor, 'submit', relation) && state !== 'terminated',
    rate: may(actor, 'submit', relation) && state === 'closing' && !ratingsAreOpen,
  };
}

export interface MilestoneAbilities {
  readonly submit: boolean;
  readonly judge: boolean;
  readonly askDay: boolean;
  readonly answerDay: boolean;
  readonly withdrawDay: boolean;
}

/** Its own organization or the lead hands a milestone in; reports are the lead's. */
export function mayHandIn(
  actor: Actor,
  milestone: Pick<Milestone, 'organizationId'>,
  relation: ProjectRelation,
): boolean {
  if (!may(actor, 'submit', relation)) return false;
  return relation === 'lead' || milestone.organizationId === actor.organization?.id;
}

export function milestoneAbilities(
  actor: Actor,
  project: Pick<Project, 'state'>,
  { isDayAsked, ...milestone }: Pick<Milestone, 'organizationId' | 'state' | 'isDayAsked'>,
  relation: ProjectRelation,
): MilestoneAbilities {
  const handsIn = mayHandIn(actor, milestone, relation) && isLive(project.state) && isOpen(milestone.state);
  const judges = may(actor, 'manage', relation) && isLive(project.state);
  return {
    submit: handsIn,
    judge: judges && milestone.state === 'submitted',
    askDay: handsIn && !isDayAsked,
    answerDay: judges && isDayAsked,
    withdrawDay: handsIn && isDayAsked,
  };
}
