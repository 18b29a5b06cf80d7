import { Injectable } from '@nestjs/common';
import { nextState } from '#libs/kernel';
import type { Transaction } from '#libs/platform/database';
import { MilestoneRepository } from '../data/milestone.repository.js';
import { ProjectRepository } from '../data/project.repository.js';
import type { Milestone, Project } from '../domain/project.js';
import { isLive, isOpen, milestoneTransitions } from '../domain/project-states.js';
import { LONG_LATE, reminderFor } from '../domain/reminders.js';
import { MilestoneTimers } from './milestone-timers.js';
import { ProjectRecords } from './project-records.js';

/** What the clock does with a milestone nobody has handed in: it falls due, and its people are reminded. */
@Injectable()
export class WatchMilestone {
  constructor(
    private readonly projects: ProjectRepository,
    private readonly milestones: MilestoneRepository,
    private readonly timers: MilestoneTimers,
    private readonly records: ProjectRecords,
  ) {}

  /** Each reminder goes out once, however often this runs. */
  async within(tx: Transaction, milestoneId: string): Promise<void> {
    const found = await this.milestones.find(tx, milestoneId);
    const project = found && (await this.projects.lock(tx, found.projectId));
    // Read again under the lock: it may have been handed in meanwhile.
    const milestone = await this.milestones.find(tx, milestoneId);
    if (!project || !milestone || !isLive(project.state) || !isOpen(milestone.state)) return;
    const { daysAfter } = await this.milestones.clock(tx, milestoneId);
    const reminder = reminderFor(daysAfter, milestone.reminded);
    if (reminder !== undefined) await this.remind(tx, project, milestone, reminder);
    await this.timers.wait(tx, milestoneId, { atOnce: false });
  }

  private async remind(
    tx: Transaction,
    project: Project,
    milestone: Milestone,
    daysAfter: number,
  ): Promise<void> {
    const { id, organizationId, state } = milestone;
    await this.milestones.setReminded(tx, id, daysAfter);
    if (state === 'planned') {
      const toState = nextState(milestoneTransitions, state, 'fall-due');
      await this.milestones.move(tx, milestone, 'fall-due', toState);
      await this.records.milestoneStep(tx, project, milestone, ['fall-due', toState]);
    } else tx.audit({ action: 'milestone.remind', entityType: 'milestone', entityId: id });
    const consortium = [organizationId, project.organizationId];
    if (daysAfter < 0) this.records.tellOf(tx, 'milestone.due-soon', project, milestone, consortium);
    else {
      const everybody = [...consortium, project.runnerId];
      const type = daysAfter >= LONG_LATE ? 'milestone.long-late' : 'milestone.late';
      this.records.tellOf(tx, type, project, milestone, everybody);
    }
  }
}
