import { Injectable } from '@nestjs/common';
import { type Actor, nextState, saidOrNull } from '#libs/kernel';
import { UnitOfWork } from '#libs/platform/database';
import { MilestoneRepository } from '../data/milestone.repository.js';
import { milestoneTransitions } from '../domain/project-states.js';
import { assertSeen, MilestoneDesk, type MilestoneRef } from './milestone-desk.js';
import { MilestoneTimers } from './milestone-timers.js';
import { ProjectRecords, type SaidWords } from './project-records.js';

/**
 * The officer accepts what was handed in, or returns it with a note. Of many who do so at the same time one wins; the
 * others learn the state it is in now.
 *
 * @throws NotFound, ProjectNotLive 409, WrongState 409, StaleVersion 412
 */
@Injectable()
export class JudgeMilestone {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly desk: MilestoneDesk,
    private readonly milestones: MilestoneRepository,
    private readonly timers: MilestoneTimers,
    private readonly records: ProjectRecords,
  ) {}

  async execute(actor: Actor, verb: 'accept' | 'return', ref: MilestoneRef, said: SaidWords): Promise<void> {
    await this.unitOfWork.run(actor, async (tx) => {
      const open = await this.desk.judging(tx, ref);
      const { project, milestone } = open;
      const toState = nextState(milestoneTransitions, milestone.state, verb);
      assertSeen(open, ref);
      const words = saidOrNull(said.words);
      const { language } = said;
      const to = verb === 'accept' ? 'accepted' : 'returned';
      await this.milestones.settle(tx, milestone, to, { note: words, language });
      await this.records.milestoneStep(tx, project, milestone, [verb, toState], { words, language });
      const told = [milestone.organizationId, project.organizationId];
      this.records.tellOf(tx, `milestone.${to}`, project, milestone, told);
      if (to === 'returned') await this.timers.wait(tx, milestone.id, { atOnce: false });
    });
  }
}
