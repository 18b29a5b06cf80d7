import { Injectable } from '@nestjs/common';
import { type Actor, assertVersion, nextState } from '#libs/kernel';
import { type Transaction, UnitOfWork } from '#libs/platform/database';
import { MilestoneRepository } from '../data/milestone.repository.js';
import { ProjectRepository } from '../data/project.repository.js';
import { isLive, isOpen, projectTransitions } from '../domain/project-states.js';
import { MilestoneTimers } from './milestone-timers.js';
import { ProjectAccess } from './project-access.js';
import { ProjectRecords, type SaidWords } from './project-records.js';
import { SealedRatings } from './sealed-ratings.js';

/** All timers of a project together. */
@Injectable()
export class ProjectClocks {
  constructor(
    private readonly milestones: MilestoneRepository,
    private readonly timers: MilestoneTimers,
    private readonly ratings: SealedRatings,
  ) {}

  /** For everything that still has to be handed in. */
  async start(tx: Transaction, projectId: string): Promise<void> {
    for (const { id, state } of await this.milestones.of(tx, [projectId]))
      if (isOpen(state)) await this.timers.wait(tx, id, { atOnce: true });
  }

  async stop(tx: Transaction, projectId: string): Promise<void> {
    for (const { id } of await this.milestones.of(tx, [projectId])) await this.timers.drop(tx, id);
    await this.ratings.stopWaiting(tx, projectId);
  }
}

const EVENTS = {
  suspend: 'project.suspended',
  resume: 'project.resumed',
  terminate: 'project.terminated',
} as const;

/**
 * The officer suspends a project, lets it go on, or ends it before its time, with a reason. No clock runs meanwhile.
 *
 * @throws NotFound, WrongState 409, StaleVersion 412
 */
@Injectable()
export class GovernProject {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly access: ProjectAccess,
    private readonly projects: ProjectRepository,
    private readonly clocks: ProjectClocks,
    private readonly records: ProjectRecords,
  ) {}

  async execute(
    actor: Actor,
    id: string,
    verb: keyof typeof EVENTS,
    said: SaidWords,
    version?: number,
  ): Promise<void> {
    await this.unitOfWork.run(actor, async (tx) => {
      const { project, partners } = await this.access.lock(tx, 'manage', id);
      const toState = nextState(projectTransitions, project.state, verb);
      assertVersion(project.version, version);
      const moved = await this.projects.move(tx, project, toState);
      if (isLive(toState)) await this.clocks.start(tx, id);
      else await this.clocks.stop(tx, id);
      await this.records.projectStep(tx, project, verb, toState, said);
      this.records.tell(
        tx,
        EVENTS[verb],
        moved,
        partners.map(({ organizationId }) => organizationId),
      );
    });
  }
}
