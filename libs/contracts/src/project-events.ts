import type { Audience } from './audience.js';

type Nothing = Record<string, never>;
/** Told to one organization of the project, or to the one that runs its call. */
interface ToOrganization {
  toOrganizationId: string;
}
type OfMilestone = ToOrganization & { projectId: string };

/**
 * The life of projects. The organization of each event is the one that leads the project, whoever acts. What is told
 * is told by one event for each organization.
 */
export interface ProjectEvents {
  /** `organizationIds`: everybody who works on it together, from now on. */
  'project.started': ToOrganization & { proposalId: string; organizationIds: readonly string[] };
  /** All but the end is accepted: partners rate each other. */
  'project.closing-begun': ToOrganization;
  /** All partners have rated each other, or the time for it is over. */
  'project.ratings-opened': ToOrganization;
  'project.closed': ToOrganization;
  'project.suspended': ToOrganization;
  'project.resumed': ToOrganization;
  'project.terminated': ToOrganization;
  /** Its results page, its files, or who may be named. */
  'project.changed': Nothing;
  'project.rated': Nothing;
  /** One organization has rated all its partners. */
  'project.ratings-given': { byOrganizationId: string };
  /** Its day is near: two weeks, or three days. */
  'milestone.due-soon': OfMilestone;
  /** Its day is over. */
  'milestone.late': OfMilestone;
  /** … for thirty days. */
  'milestone.long-late': OfMilestone;
  'milestone.submitted': OfMilestone;
  'milestone.returned': OfMilestone;
  'milestone.accepted': OfMilestone;
  'milestone.day-asked': OfMilestone;
  'milestone.day-approved': OfMilestone;
  'milestone.day-declined': OfMilestone;
}

const OTHER: Audience = { to: 'organization', whose: 'payload.toOrganizationId' };

export const PROJECT_AUDIENCES: Readonly<Record<keyof ProjectEvents, Audience>> = {
  'project.started': OTHER,
  'project.closing-begun': OTHER,
  'project.ratings-opened': OTHER,
  'project.closed': OTHER,
  'project.suspended': OTHER,
  'project.resumed': OTHER,
  'project.terminated': OTHER,
  'project.changed': {
    to: 'none',
    because: 'Those who write it see it; the public sees it when it is over.',
  },
  'project.rated': { to: 'none', because: 'What was said stays sealed until all have spoken.' },
  'project.ratings-given': { to: 'none', because: 'What was said stays sealed until all have spoken.' },
  'milestone.due-soon': OTHER,
  'milestone.late': OTHER,
  'milestone.long-late': OTHER,
  'milestone.submitted': OTHER,
  'milestone.returned': OTHER,
  'milestone.accepted': OTHER,
  'milestone.day-asked': OTHER,
  'milestone.day-approved': OTHER,
  'milestone.day-declined': OTHER,
};
