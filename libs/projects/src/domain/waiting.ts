import type { ClosingNeed } from './closing.js';
import type { Milestone, Project } from './project.js';
import { isOpen } from './project-states.js';

/** What somebody has to do so that a project goes on. */
export const WAITING_KINDS = [
  'hand-in',
  'judge',
  'answer-day',
  'begin-closing',
  'rate',
  'write-results',
  'close',
  'resume',
] as const;
export type WaitingKind = (typeof WAITING_KINDS)[number];

export interface Waiting {
  readonly kind: WaitingKind;
  /** Who has to do it. */
  readonly organizationId: string;
  readonly milestoneId: string | null;
  /** Whole days; 0 where it is not late. */
  readonly daysLate: number;
}

/** What a project waits for, by its rows. */
export interface WaitingFacts {
  readonly project: Pick<Project, 'state' | 'organizationId' | 'runnerId'>;
  readonly milestones: readonly Milestone[];
  readonly missing: readonly ClosingNeed[];
  /** Organizations that have not rated all their partners. */
  readonly unrated: readonly string[];
}

/** What waits on whom, the latest first. Milestones that are not due yet wait on nobody. */
export function waitingOf({ project, milestones, missing, unrated }: WaitingFacts): Waiting[] {
  const { state, organizationId: leadId, runnerId } = project;
  const on = (kind: WaitingKind, organizationId: string): Waiting => ({
    ...{ kind, organizationId, milestoneId: null, daysLate: 0 },
  });
  if (state === 'closed' || state === 'terminated') return [];
  if (state === 'suspended') return [on('resume', runnerId)];
  const found = milestones.flatMap((milestone) => waitingOfMilestone(milestone, runnerId));
  if (state === 'running' && !missing.includes('milestones')) found.push(on('begin-closing', leadId));
  if (state === 'closing') {
    if (missing.includes('ratings')) found.push(...unrated.map((id) => on('rate', id)));
    if (missing.includes('results')) found.push(on('write-results', leadId));
    if (missing.length === 0) found.push(on('close', runnerId));
  }
  return found.sort((one, other) => other.daysLate - one.daysLate);
}

function waitingOfMilestone(
  { id: milestoneId, state, organizationId, daysLate, isDayAsked }: Milestone,
  runnerId: string,
): Waiting[] {
  const found: Waiting[] = [];
  if (isDayAsked) found.push({ kind: 'answer-day', organizationId: runnerId, milestoneId, daysLate: 0 });
  if (state === 'submitted')
    found.push({ kind: 'judge', organizationId: runnerId, milestoneId, daysLate: 0 });
  else if (isOpen(state) && (state !== 'planned' || daysLate > 0))
    found.push({ kind: 'hand-in', organizationId, milestoneId, daysLate });
  return found;
}
