import { Injectable } from '@nestjs/common';
import { assertVersion, NotFound } from '#libs/kernel';
import type { Transaction } from '#libs/platform/database';
import { MilestoneRepository } from '../data/milestone.repository.js';
import { type ProjectAction, mayHandIn } from '../domain/project.policy.js';
import type { Milestone } from '../domain/project.js';
import { isLive } from '../domain/project-states.js';
import { ProjectNotLive } from '../domain/projects.errors.js';
import { ProjectAccess, type ProjectSeat } from './project-access.js';

/** Which milestone of which project, and the version of the project that was seen, where it was said. */
export interface MilestoneRef {
  readonly projectId: string;
  readonly milestoneId: string;
  readonly version?: number | undefined;
}

export interface OpenMilestone extends ProjectSeat {
  readonly milestone: Milestone;
}

/** The way to a milestone: the project is locked first, so that of many who act at once one wins. */
@Injectable()
export class MilestoneDesk {
  constructor(
    private readonly access: ProjectAccess,
    private readonly milestones: MilestoneRepository,
  ) {}

  /** For its own organization and the lead. */
  async handingIn(tx: Transaction, ref: MilestoneRef): Promise<OpenMilestone> {
    const open = await this.open(tx, 'submit', ref);
    if (!mayHandIn(tx.actor, open.milestone, open.relation)) throw new NotFound();
    return live(open);
  }

  /** For who runs the call. */
  async judging(tx: Transaction, ref: MilestoneRef): Promise<OpenMilestone> {
    return live(await this.open(tx, 'manage', ref));
  }

  private async open(tx: Transaction, action: ProjectAction, ref: MilestoneRef): Promise<OpenMilestone> {
    const seat = await this.access.lock(tx, action, ref.projectId);
    const milestone = await this.milestones.find(tx, ref.milestoneId);
    if (milestone?.projectId !== ref.projectId) throw new NotFound();
    return { ...seat, milestone };
  }
}

/**
 * Asked after everything else that may refuse: an older version must not hide that the step was taken by somebody else.
 *
 * @throws StaleVersion 412
 */
export function assertSeen({ project }: OpenMilestone, { version }: MilestoneRef): void {
  assertVersion(project.version, version);
}

/** @throws ProjectNotLive 409 */
function live(open: OpenMilestone): OpenMilestone {
  if (!isLive(open.project.state)) throw new ProjectNotLive(open.project.state);
  return open;
}
