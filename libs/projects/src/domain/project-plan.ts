import type { MilestoneKind } from './project.js';

/** Days between two interim reports. */
const REPORT_EVERY = 182;
/** An interim report closer to the end than this would only say what the final one says. */
const REPORT_GAP = 60;
/** After the last milestone. */
const FINAL_AFTER = 30;
const DAY = 86_400_000;

export interface PlannedMilestone {
  readonly kind: MilestoneKind;
  readonly position: number;
  readonly title: string;
  readonly deliverable: string | null;
  readonly organizationId: string;
  /** YYYY-MM-DD. */
  readonly dueDay: string;
}

/** A milestone of a work plan. */
interface WorkPlanLine {
  readonly title: string;
  readonly due: string;
  readonly organizationId: string;
  readonly deliverable: string | null;
}

/**
 * What a project has to show and when: the milestones of the work plan as they were handed in, an interim report each
 * half year, and the final report thirty days after the last milestone. Without a work plan the end is that of the
 * period, else a year away.
 *
 * @param startDay YYYY-MM-DD
 */
export function plannedMilestones(
  workPlan: readonly WorkPlanLine[],
  { startDay, endDay, leadId }: { startDay: string; endDay: string | null; leadId: string },
): PlannedMilestone[] {
  const inOrder = [...workPlan].sort((one, other) =>
    one.due < other.due ? -1 : one.due > other.due ? 1 : 0,
  );
  const milestones = inOrder.map(({ title, due, organizationId, deliverable }, index): PlannedMilestone => ({
    ...{ kind: 'milestone', position: index + 1, title, deliverable, organizationId, dueDay: due },
  }));
  const last = [startDay, ...workPlan.map(({ due }) => due)].sort().at(-1) ?? startDay;
  const end = workPlan.length > 0 ? last : laterOf(endDay ?? plusDays(startDay, 365), startDay);
  const report = (kind: MilestoneKind, position: number, dueDay: string): PlannedMilestone => ({
    ...{ kind, position, title: '', deliverable: null, organizationId: leadId, dueDay },
  });
  const interim: PlannedMilestone[] = [];
  for (let day = plusDays(startDay, REPORT_EVERY); day <= plusDays(end, -REPORT_GAP);) {
    interim.push(report('interim-report', interim.length + 1, day));
    day = plusDays(day, REPORT_EVERY);
  }
  return [...milestones, ...interim, report('final-report', 1, plusDays(end, FINAL_AFTER))];
}

function plusDays(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * DAY).toISOString().slice(0, 10);
}

function laterOf(one: string, other: string): string {
  return one > other ? one : other;
}
