import type { Milestone } from './project.js';
import { isOpen } from './project-states.js';

/** How far a project is with what it has to show. */
export interface Progress {
  readonly accepted: number;
  readonly all: number;
  /** How many are late, and by how many days the latest. */
  readonly late: number;
  readonly daysLate: number;
  /** The next one to hand in; null when nothing is left. */
  readonly next: Milestone | null;
}

/** @param milestones by day */
export function progressOf(milestones: readonly Milestone[]): Progress {
  const late = milestones.filter(({ daysLate }) => daysLate > 0);
  return {
    accepted: milestones.filter(({ state }) => state === 'accepted').length,
    all: milestones.length,
    late: late.length,
    daysLate: Math.max(0, ...late.map(({ daysLate }) => daysLate)),
    next: milestones.find(({ state }) => isOpen(state)) ?? null,
  };
}
