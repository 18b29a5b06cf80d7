import { Injectable } from '@nestjs/common';
import { type Actor, actingOrganization, nextState, NotFound, saidOrNull } from '#libs/kernel';
import { newId, type Transaction, UnitOfWork } from '#libs/platform/database';
import { DayChangeRepository } from '../data/day-change.repository.js';
import { MilestoneRepository } from '../data/milestone.repository.js';
import type { DayChange, Milestone, Project } from '../domain/project.js';
import {
  dayChangeTransitions,
  type DayChangeVerb,
  isOpen,
  milestoneTransitions,
} from '../domain/project-states.js';
import { DayAlreadyAsked, MilestoneNotOpen, WrongDay } from '../domain/projects.errors.js';
import { DUE_FROM } from '../domain/reminders.js';
import { assertSeen, MilestoneDesk, type MilestoneRef } from './milestone-desk.js';
import { MilestoneTimers } from './milestone-timers.js';
import { ProjectRecords, type SaidWords } from './project-records.js';

/** The wish for another day, and why. */
export interface DayWish {
  /** YYYY-MM-DD. */
  readonly day: string;
  readonly reason: string;
  /** BCP 47 of the reason. */
  readonly language: string;
}

/**
 * Another day for a milestone: whoever hands it in asks, with a reason; the officer approves or declines. Every wish
 * and its answer stays.
 *
 * @throws NotFound, ProjectNotLive 409, MilestoneNotOpen 409, DayAlreadyAsked 409, WrongState 409, StaleVersion 412,
 *   WrongDay 422
 */
@Injectable()
export class ChangeDay {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly desk: MilestoneDesk,
    private readonly changes: DayChangeRepository,
    private readonly milestones: MilestoneRepository,
    private readonly timers: MilestoneTimers,
    private readonly records: ProjectRecords,
  ) {}

  async ask(actor: Actor, ref: MilestoneRef, { day, reason, language }: DayWish): Promise<void> {
    await this.unitOfWork.run(actor, async (tx) => {
      const open = await this.desk.handingIn(tx, ref);
      const { project, milestone } = open;
      if (!isOpen(milestone.state)) throw new MilestoneNotOpen(milestone.state);
      if ((await this.changes.last(tx, milestone.id))?.state === 'asked') throw new DayAlreadyAsked();
      assertSeen(open, ref);
      if (day === milestone.dueDay) throw new WrongDay();
      const wish = {
        ...{ id: newId(), milestoneId: milestone.id, organizationId: actingOrganization(actor).id },
        ...{ fromDay: milestone.dueDay, toDay: day, reason, language },
      };
      if (!(await this.changes.ask(tx, project.id, wish))) throw new DayAlreadyAsked();
      const said = { words: reason, language };
      await this.records.milestoneStep(tx, project, milestone, ['ask-day', milestone.state], said);
      this.records.tellOf(tx, 'milestone.day-asked', project, milestone, [project.runnerId]);
    });
  }

  async withdraw(actor: Actor, ref: MilestoneRef): Promise<void> {
    await this.unitOfWork.run(actor, async (tx) => {
      const open = await this.desk.handingIn(tx, ref);
      const { project, milestone } = open;
      await this.settle(tx, milestone, 'withdraw', { words: null, language: null });
      assertSeen(open, ref);
      await this.records.milestoneStep(tx, project, milestone, ['withdraw-day', milestone.state]);
    });
  }

  async answer(actor: Actor, ref: MilestoneRef, verb: 'approve' | 'decline', said: SaidWords): Promise<void> {
    await this.unitOfWork.run(actor, async (tx) => {
      const open = await this.desk.judging(tx, ref);
      const { project, milestone } = open;
      const wish = await this.settle(tx, milestone, verb, said);
      assertSeen(open, ref);
      const step = verb === 'approve' ? 'approve-day' : 'decline-day';
      await this.records.milestoneStep(tx, project, milestone, [step, milestone.state], {
        words: saidOrNull(said.words),
        language: said.language,
      });
      if (verb === 'approve') await this.setDay(tx, project, milestone, wish.toDay);
      const type = verb === 'approve' ? 'milestone.day-approved' : 'milestone.day-declined';
      this.records.tellOf(tx, type, project, milestone, [wish.organizationId, milestone.organizationId]);
    });
  }

  private async settle(
    tx: Transaction,
    milestone: Milestone,
    verb: DayChangeVerb,
    { words, language }: SaidWords,
  ): Promise<DayChange> {
    const wish = await this.changes.last(tx, milestone.id);
    if (!wish) throw new NotFound();
    const to = nextState(dayChangeTransitions, wish.state, verb);
    await this.changes.answer(tx, wish, verb, to, { note: saidOrNull(words), language });
    return wish;
  }

  /** A day that is far off again is not due yet. */
  private async setDay(tx: Transaction, project: Project, milestone: Milestone, day: string): Promise<void> {
    await this.milestones.setDay(tx, milestone.id, day);
    const { daysAfter } = await this.milestones.clock(tx, milestone.id);
    if (milestone.state === 'due' && daysAfter < DUE_FROM) {
      const toState = nextState(milestoneTransitions, milestone.state, 'put-off');
      await this.milestones.move(tx, milestone, 'put-off', toState);
      await this.records.milestoneStep(tx, project, milestone, ['put-off', toState]);
    }
    await this.timers.wait(tx, milestone.id, { atOnce: true });
  }
}
