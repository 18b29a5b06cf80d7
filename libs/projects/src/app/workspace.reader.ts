import { Injectable } from '@nestjs/common';
import { type Actor, actingOrganization } from '#libs/kernel';
import { Database } from '#libs/platform/database';
import { DayChangeRepository } from '../data/day-change.repository.js';
import { EvidenceRepository } from '../data/evidence.repository.js';
import { MilestoneRepository } from '../data/milestone.repository.js';
import { ProjectRepository } from '../data/project.repository.js';
import { RatingRepository } from '../data/rating.repository.js';
import { ResultRepository } from '../data/result.repository.js';
import { StepRepository } from '../data/step.repository.js';
import { areAllIn, type ClosingNeed, missingForClosing, unratedBy } from '../domain/closing.js';
import { may } from '../domain/project.policy.js';
import type { BudgetLine, DayChange, Evidence, Milestone, ProjectStep, Rating } from '../domain/project.js';
import { isComplete, type ProjectResult } from '../domain/result.js';
import { type Waiting, waitingOf } from '../domain/waiting.js';
import { ProjectAccess, type ProjectSeat } from './project-access.js';

/** Everything its people see of a project. */
export interface Workspace extends ProjectSeat {
  readonly milestones: readonly Milestone[];
  readonly evidence: readonly Evidence[];
  readonly dayChanges: readonly DayChange[];
  readonly budget: readonly BudgetLine[];
  readonly result: ProjectResult;
  readonly waiting: readonly Waiting[];
  readonly missing: readonly ClosingNeed[];
  /** Those of the reader while they are sealed, all of them once they are open. */
  readonly ratings: readonly Rating[];
  readonly ratingsAreOpen: boolean;
  /** Partners the acting organization has not rated yet. */
  readonly toRate: readonly string[];
}

/** The rows behind a workspace. */
@Injectable()
export class WorkspaceRows {
  constructor(
    readonly milestones: MilestoneRepository,
    readonly evidence: EvidenceRepository,
    readonly dayChanges: DayChangeRepository,
    readonly ratings: RatingRepository,
    readonly results: ResultRepository,
    readonly steps: StepRepository,
  ) {}
}

const MAX_STEPS = 300;

@Injectable()
export class WorkspaceReader {
  constructor(
    private readonly database: Database,
    private readonly access: ProjectAccess,
    private readonly projects: ProjectRepository,
    private readonly rows: WorkspaceRows,
  ) {}

  /** @throws NotFound */
  async of(actor: Actor, id: string): Promise<Workspace> {
    const seat = await this.access.load(actor, 'read', id);
    const { rows, database } = this;
    const [milestones, evidence, dayChanges, budget, ratings, result, isOver] = await Promise.all([
      rows.milestones.of(database, [id]),
      rows.evidence.of(database, id),
      rows.dayChanges.of(database, id),
      this.projects.budget(database, id),
      rows.ratings.of(database, id),
      rows.results.of(database, id),
      rows.ratings.isOver(database, id),
    ]);
    const { project, partners, relation } = seat;
    const ratingsAreOpen = project.closingSince !== null && (isOver || areAllIn(partners, ratings));
    const hasResults = isComplete(result, project.language);
    const missing = missingForClosing({ milestones, hasResults, ratingsAreOpen });
    const ids = partners.map(({ organizationId }) => organizationId);
    const acting = actingOrganization(actor).id;
    return {
      ...seat,
      ...{ milestones, evidence, dayChanges, budget, result, missing, ratingsAreOpen },
      ratings: ratings.filter(({ byOrganizationId }) => ratingsAreOpen || byOrganizationId === acting),
      toRate: may(actor, 'submit', relation) ? unratedBy(acting, partners, ratings) : [],
      waiting: waitingOf({
        ...{ project, milestones, missing },
        unrated: ids.filter((organizationId) => unratedBy(organizationId, partners, ratings).length > 0),
      }),
    };
  }

  /** What has happened, newest first. */
  async story(actor: Actor, id: string): Promise<ProjectStep[]> {
    await this.access.load(actor, 'read', id);
    return this.rows.steps.of(this.database, id, MAX_STEPS);
  }
}
