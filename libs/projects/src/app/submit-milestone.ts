import { Injectable } from '@nestjs/common';
import { type Actor, nextState, saidOrNull } from '#libs/kernel';
import { type Transaction, UnitOfWork } from '#libs/platform/database';
import { DayChangeRepository } from '../data/day-change.repository.js';
import { EvidenceRepository } from '../data/evidence.repository.js';
import { MilestoneRepository, type Submission } from '../data/milestone.repository.js';
import { ProjectRepository } from '../data/project.repository.js';
import type { Milestone, Project } from '../domain/project.js';
import { dayChangeTransitions, milestoneTransitions } from '../domain/project-states.js';
import { NothingToShow, UnknownBudgetLine } from '../domain/projects.errors.js';
import { assertSeen, MilestoneDesk, type MilestoneRef } from './milestone-desk.js';
import { MilestoneTimers } from './milestone-timers.js';
import { ProjectRecords } from './project-records.js';

/** The rows a submission is written to. */
@Injectable()
export class SubmissionRows {
  constructor(
    readonly milestones: MilestoneRepository,
    readonly evidence: EvidenceRepository,
    readonly projects: ProjectRepository,
    readonly dayChanges: DayChangeRepository,
  ) {}
}

/**
 * Hands a milestone or a report in: words or files say what was reached, a report what was spent. A wish for another
 * day falls away with it. The officer is told.
 *
 * @throws NotFound, ProjectNotLive 409, WrongState 409, StaleVersion 412, NothingToShow 422, UnknownBudgetLine 422
 */
@Injectable()
export class SubmitMilestone {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly desk: MilestoneDesk,
    private readonly rows: SubmissionRows,
    private readonly timers: MilestoneTimers,
    private readonly records: ProjectRecords,
  ) {}

  async execute(actor: Actor, ref: MilestoneRef, submission: Submission): Promise<void> {
    await this.unitOfWork.run(actor, async (tx) => {
      const open = await this.desk.handingIn(tx, ref);
      const { project, milestone } = open;
      const toState = nextState(milestoneTransitions, milestone.state, 'submit');
      assertSeen(open, ref);
      const words = saidOrNull(submission.words);
      await this.check(tx, project, milestone, { ...submission, words });
      await this.rows.milestones.submit(tx, milestone, { ...submission, words });
      await this.dropWish(tx, milestone);
      await this.timers.drop(tx, milestone.id);
      const said = { words, language: submission.language };
      await this.records.milestoneStep(tx, project, milestone, ['submit', toState], said);
      this.records.tellOf(tx, 'milestone.submitted', project, milestone, [project.runnerId]);
    });
  }

  private async check(
    tx: Transaction,
    { id }: Project,
    milestone: Milestone,
    { words, spending }: Submission,
  ): Promise<void> {
    const isReport = milestone.kind !== 'milestone';
    const files = await this.rows.evidence.of(tx, id);
    if (words === null && (isReport || !files.some(({ milestoneId }) => milestoneId === milestone.id)))
      throw new NothingToShow();
    const lines = new Set((await this.rows.projects.budget(tx, id)).map((line) => line.id));
    const named = spending.map(({ lineId }) => lineId);
    if ((!isReport && named.length > 0) || new Set(named).size < named.length) throw new UnknownBudgetLine();
    if (named.some((lineId) => !lines.has(lineId))) throw new UnknownBudgetLine();
  }

  private async dropWish(tx: Transaction, { id }: Milestone): Promise<void> {
    const wish = await this.rows.dayChanges.open(tx, id);
    if (!wish) return;
    const nothing = { note: null, language: null };
    const to = nextState(dayChangeTransitions, wish.state, 'withdraw');
    await this.rows.dayChanges.answer(tx, wish, 'withdraw', to, nothing);
  }
}
