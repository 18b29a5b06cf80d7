import { defineTransitions } from '#libs/kernel';

export const PROJECT_STATES = ['running', 'closing', 'closed', 'suspended', 'terminated'] as const;
export type ProjectState = (typeof PROJECT_STATES)[number];
export type ProjectVerb = 'begin-closing' | 'close' | 'suspend' | 'resume' | 'terminate';

const LEAD = 'the leading organization';
const RUNNER = 'an officer of the organization that runs the call';

/** The life of a project, from the release of its proposal's acceptance to its end. */
export const projectTransitions = defineTransitions<ProjectState, ProjectVerb>({
  feature: 'project',
  initial: 'running',
  states: PROJECT_STATES,
  transitions: {
    'begin-closing': {
      from: ['running'],
      to: 'closing',
      actor: `${LEAD}, once every milestone and interim report is accepted`,
      event: 'project.closing-begun',
    },
    close: {
      from: ['closing'],
      to: 'closed',
      actor: `${RUNNER}, once final report, results and ratings are there`,
      event: 'project.closed',
    },
    suspend: { from: ['running', 'closing'], to: 'suspended', actor: RUNNER, event: 'project.suspended' },
    resume: { from: ['suspended'], to: 'running', actor: RUNNER, event: 'project.resumed' },
    terminate: {
      from: ['running', 'closing', 'suspended'],
      to: 'terminated',
      actor: RUNNER,
      event: 'project.terminated',
    },
  },
});

export const MILESTONE_STATES = ['planned', 'due', 'submitted', 'returned', 'accepted'] as const;
export type MilestoneState = (typeof MILESTONE_STATES)[number];
export type MilestoneVerb = 'fall-due' | 'put-off' | 'submit' | 'return' | 'accept';

/** What a project has to show by a day: a milestone of its work plan, or a report. */
export const milestoneTransitions = defineTransitions<MilestoneState, MilestoneVerb>({
  feature: 'milestone',
  initial: 'planned',
  states: MILESTONE_STATES,
  transitions: {
    'fall-due': {
      from: ['planned'],
      to: 'due',
      actor: 'the system, two weeks before its day',
      event: 'milestone.due-soon',
    },
    'put-off': {
      from: ['due'],
      to: 'planned',
      actor: `${RUNNER}, by a later day`,
      event: 'milestone.day-approved',
    },
    submit: {
      from: ['planned', 'due', 'returned'],
      to: 'submitted',
      actor: 'the responsible organization, or the leading one',
      event: 'milestone.submitted',
    },
    return: { from: ['submitted'], to: 'returned', actor: RUNNER, event: 'milestone.returned' },
    accept: { from: ['submitted'], to: 'accepted', actor: RUNNER, event: 'milestone.accepted' },
  },
});

export const DAY_CHANGE_STATES = ['asked', 'approved', 'declined', 'withdrawn'] as const;
export type DayChangeState = (typeof DAY_CHANGE_STATES)[number];
export type DayChangeVerb = 'approve' | 'decline' | 'withdraw';

/** The wish for another day of a milestone. */
export const dayChangeTransitions = defineTransitions<DayChangeState, DayChangeVerb>({
  feature: 'day-change',
  initial: 'asked',
  states: DAY_CHANGE_STATES,
  transitions: {
    approve: { from: ['asked'], to: 'approved', actor: RUNNER, event: 'milestone.day-approved' },
    decline: { from: ['asked'], to: 'declined', actor: RUNNER, event: 'milestone.day-declined' },
    withdraw: { from: ['asked'], to: 'withdrawn', actor: 'the organization that asked' },
  },
});

/** True while somebody still has to hand it in. */
export function isOpen(state: MilestoneState): boolean {
  return state === 'planned' || state === 'due' || state === 'returned';
}

/** True while what a project has to show is handed in and judged. */
export function isLive(state: ProjectState): boolean {
  return state === 'running' || state === 'closing';
}
