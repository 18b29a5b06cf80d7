import type { DayChangeState, MilestoneState, ProjectState } from './project-states.js';

export const MILESTONE_KINDS = ['milestone', 'interim-report', 'final-report'] as const;
export type MilestoneKind = (typeof MILESTONE_KINDS)[number];

/** On which side of its projects an organization stands. */
export const PROJECT_SIDES = ['takes-part', 'runs'] as const;
export type ProjectSide = (typeof PROJECT_SIDES)[number];

/** A joint project that came out of an accepted proposal. */
export interface Project {
  readonly id: string;
  readonly proposalId: string;
  /** The version of the proposal it was copied from. */
  readonly proposalVersion: number;
  readonly callId: string;
  /** The leading organization. */
  readonly organizationId: string;
  /** Who runs the call, and with it accepts or returns what the project shows. */
  readonly runnerId: string;
  readonly title: string;
  readonly summary: string | null;
  /** BCP 47 of title, summary, tasks, budget lines and milestones as they were handed in. */
  readonly language: string;
  /** Taxonomy codes. */
  readonly themes: readonly string[];
  readonly sdgTargets: readonly string[];
  /** What the whole costs, in minor units of `currency`; null where nothing was asked for. */
  readonly budgetMinor: number | null;
  /** ISO 4217. */
  readonly currency: string | null;
  /** IANA zone in which its days begin and end: that of the call. */
  readonly zone: string;
  readonly state: ProjectState;
  readonly version: number;
  readonly conversationId: string | null;
  readonly startedAt: Date;
  readonly closingSince: Date | null;
  readonly endedAt: Date | null;
}

/** An organization of the project, the leading one among them. */
export interface ProjectPartner {
  readonly projectId: string;
  readonly organizationId: string;
  readonly task: string | null;
  /** In minor units of the project's currency. */
  readonly shareMinor: number | null;
  /** Whether it may be named in public; the lead's word opens the public page. Null: has not said. */
  readonly consents: boolean | null;
}

export interface BudgetLine {
  readonly id: string;
  readonly organizationId: string;
  readonly title: string;
  /** In minor units of the project's currency. */
  readonly amountMinor: number;
}

/** What was spent of a budget line up to the report that says so. */
export interface Spending {
  readonly lineId: string;
  readonly spentMinor: number;
}

/** What the project has to show by a day. */
export interface Milestone {
  readonly id: string;
  readonly projectId: string;
  readonly kind: MilestoneKind;
  /** Counts milestones of one kind from 1, by their first days. */
  readonly position: number;
  /** Empty for reports. */
  readonly title: string;
  readonly deliverable: string | null;
  /** Who hands it in; the lead may as well. */
  readonly organizationId: string;
  /** YYYY-MM-DD, in the zone of the project; late from the day after. */
  readonly dueDay: string;
  readonly state: MilestoneState;
  /** What was said when it was handed in last. */
  readonly words: string | null;
  /** BCP 47 of the words. */
  readonly language: string | null;
  /** Of reports. */
  readonly spending: readonly Spending[];
  readonly submittedAt: Date | null;
  /** What the officer said last. */
  readonly note: string | null;
  readonly noteLanguage: string | null;
  readonly settledAt: Date | null;
  /** The last reminder that was sent, in days after its day; negative: before. Null: none yet. */
  readonly reminded: number | null;
  readonly version: number;
  /** Whole days after its day, by the database's clock in the zone of the project; 0 where it is not late. */
  readonly daysLate: number;
  /** Another day is asked for and not answered. */
  readonly isDayAsked: boolean;
}

/** A file that shows what was reached. */
export interface Evidence {
  readonly id: string;
  readonly milestoneId: string;
  readonly fileId: string;
  readonly title: string;
}

export interface DayChange {
  readonly id: string;
  readonly milestoneId: string;
  readonly organizationId: string;
  readonly fromDay: string;
  readonly toDay: string;
  readonly reason: string;
  /** BCP 47 of the reason. */
  readonly language: string;
  readonly state: DayChangeState;
  readonly note: string | null;
  readonly noteLanguage: string | null;
  readonly askedAt: Date;
  readonly answeredAt: Date | null;
}

/** What one partner says of another when all is done. */
export interface Rating {
  readonly byOrganizationId: string;
  readonly aboutOrganizationId: string;
  /** 1 poor to 5 excellent. */
  readonly cooperation: number;
  readonly wouldAgain: boolean;
  readonly words: string | null;
  readonly language: string | null;
}

/** One step in the life of a project or of a milestone; never changed. */
export interface ProjectStep {
  readonly id: string;
  readonly projectId: string;
  readonly milestoneId: string | null;
  readonly verb: string;
  readonly fromState: string;
  readonly toState: string;
  readonly words: string | null;
  readonly language: string | null;
  readonly actorId: string;
  readonly organizationId: string | null;
  readonly at: Date;
}
