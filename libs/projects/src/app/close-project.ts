import { Injectable } from '@nestjs/common';
import { type Actor, assertVersion, nextState } from '#libs/kernel';
import { type Transaction, UnitOfWork } from '#libs/platform/database';
import { MilestoneRepository } from '../data/milestone.repository.js';
import { ProjectRepository } from '../data/project.repository.js';
import { ResultRepository } from '../data/result.repository.js';
import { mayBeginClosing, missingForClosing } from '../domain/closing.js';
import { isComplete } from '../domain/result.js';
import { projectTransitions } from '../domain/project-states.js';
import { ClosingIncomplete } from '../domain/projects.errors.js';
import { ProjectAccess, type ProjectSeat } from './project-access.js';
import { ProjectRecords } from './project-records.js';
import { SealedRatings } from './sealed-ratings.js';

/** What stands in the way of an end is read from these rows. */
@Injectable()
export class ClosingRows {
  constructor(
    private readonly milestones: MilestoneRepository,
    private readonly results: ResultRepository,
    private readonly ratings: SealedRatings,
  ) {}

  async mayBegin(tx: Transaction, { project }: ProjectSeat): Promise<boolean> {
    return mayBeginClosing(await this.milestones.of(tx, [project.id]));
  }

  async missing(tx: Transaction, { project, partners }: ProjectSeat): Promise<readonly string[]> {
    return missingForClosing({
      milestones: await this.milestones.of(tx, [project.id]),
      hasResults: isComplete(await this.results.of(tx, project.id), project.language),
      ratingsAreOpen: await this.ratings.areOpen(tx, project, partners),
    });
  }
}

/**
 * The end of a project. The lead begins it once every milestone is accepted; from then on partners rate each other.
 * The officer closes it once final report, results and ratings are there.
 *
 * @throws NotFound, WrongState 409, ClosingIncomplete 409, StaleVersion 412
 */
@Injectable()
export class CloseProject {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly access: ProjectAccess,
    private readonly projects: ProjectRepository,
    private readonly rows: ClosingRows,
    private readonly ratings: SealedRatings,
    private readonly records: ProjectRecords,
  ) {}

  async begin(actor: Actor, id: string, version?: number): Promise<void> {
    await this.unitOfWork.run(actor, async (tx) => {
      const seat = await this.access.lock(tx, 'lead', id);
      const { project, partners } = seat;
      const toState = nextState(projectTransitions, project.state, 'begin-closing');
      assertVersion(project.version, version);
      if (!(await this.rows.mayBegin(tx, seat))) throw new ClosingIncomplete(['milestones']);
      const moved = await this.projects.move(tx, project, toState);
      await this.ratings.wait(tx, moved);
      await this.records.projectStep(tx, project, 'begin-closing', toState);
      const told = [...partners.map(({ organizationId }) => organizationId), project.runnerId];
      this.records.tell(tx, 'project.closing-begun', moved, told);
    });
  }

  async close(actor: Actor, id: string, version?: number): Promise<void> {
    await this.unitOfWork.run(actor, async (tx) => {
      const seat = await this.access.lock(tx, 'manage', id);
      const { project, partners } = seat;
      const toState = nextState(projectTransitions, project.state, 'close');
      assertVersion(project.version, version);
      const missing = await this.rows.missing(tx, seat);
      if (missing.length > 0) throw new ClosingIncomplete(missing);
      const moved = await this.projects.move(tx, project, toState);
      await this.ratings.stopWaiting(tx, id);
      await this.records.projectStep(tx, project, 'close', toState);
      this.records.tell(
        tx,
        'project.closed',
        moved,
        partners.map(({ organizationId }) => organizationId),
      );
    });
  }
}
