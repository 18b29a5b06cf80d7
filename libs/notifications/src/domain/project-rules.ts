import type { EventEnvelope, ProjectEvents } from '#libs/contracts';
import type { NoticeFacts } from './notice.js';
import { type NoticeRule, waiting } from './notice-rule.js';

type ProjectRules = { readonly [Type in keyof ProjectEvents]: NoticeRule<Type> | 'silent' };
type OfMilestone = Extract<keyof ProjectEvents, `milestone.${string}`>;
type OfProject = Exclude<keyof ProjectEvents, OfMilestone>;

/** How people are told of projects: who works on one together, and who runs its call. */
export const PROJECT_RULES: ProjectRules = {
  'project.started': ofProject({ mail: true }),
  'project.closing-begun': waiting(ofProject({ mail: true })),
  'project.ratings-opened': ofProject({ mail: false }),
  'project.closed': ofProject({ mail: true }),
  'project.suspended': ofProject({ mail: true }),
  'project.resumed': ofProject({ mail: true }),
  'project.terminated': ofProject({ mail: true }),
  'project.changed': 'silent',
  'project.rated': 'silent',
  'project.ratings-given': 'silent',
  'milestone.due-soon': waiting(ofMilestone({ mail: true })),
  'milestone.late': waiting(ofMilestone({ mail: true })),
  'milestone.long-late': ofMilestone({ mail: true }),
  'milestone.submitted': waiting(ofMilestone({ mail: true })),
  'milestone.returned': waiting(ofMilestone({ mail: true })),
  'milestone.accepted': ofMilestone({ mail: false }),
  'milestone.day-asked': waiting(ofMilestone({ mail: true })),
  'milestone.day-approved': ofMilestone({ mail: false }),
  'milestone.day-declined': ofMilestone({ mail: true }),
};

function ofProject({ mail }: { mail: boolean }): NoticeRule<OfProject> {
  return {
    ...{ notice: true, mail, receipt: false, leadsTo: 'projects' },
    facts: ({ aggregateId, organizationId }) => about(aggregateId, organizationId),
  };
}

/** A milestone is shown in its project. */
function ofMilestone({ mail }: { mail: boolean }): NoticeRule<OfMilestone> {
  return {
    ...{ notice: true, mail, receipt: false, leadsTo: 'projects' },
    facts: ({ payload, organizationId }: EventEnvelope<OfMilestone>) =>
      about(payload.projectId, organizationId),
  };
}

/** The counterpart is who leads the project. */
function about(id: string, counterpartId: string | null): NoticeFacts {
  return { object: { type: 'project', id }, counterpartId };
}
