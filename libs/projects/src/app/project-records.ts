import { Injectable } from '@nestjs/common';
import type { ProjectEvents } from '#libs/contracts';
import type { EventSource, Transaction } from '#libs/platform/database';
import { ProjectRepository } from '../data/project.repository.js';
import { StepRepository } from '../data/step.repository.js';
import type { Milestone, Project } from '../domain/project.js';

/** What was said with a step. */
export interface SaidWords {
  readonly words: string | null;
  /** BCP 47 of the words. */
  readonly language: string | null;
}

const NOTHING_SAID: SaidWords = { words: null, language: null };

type TellingType<Of extends string> = Extract<keyof ProjectEvents, `${Of}.${string}`>;
/** Events of a milestone that carry a project and an organization. */
export type MilestoneTelling = TellingType<'milestone'>;
/** Events of a project that carry an organization and nothing else. */
export type ProjectTelling = Exclude<
  TellingType<'project'>,
  'project.started' | 'project.changed' | 'project.rated' | 'project.ratings-given'
>;

/** What every step leaves behind: a line of the story, one of the audit trail, and who is told. */
@Injectable()
export class ProjectRecords {
  constructor(
    private readonly steps: StepRepository,
    private readonly projects: ProjectRepository,
  ) {}

  /** A step of the project itself, from the state it was read in. */
  async projectStep(
    tx: Transaction,
    project: Project,
    verb: string,
    toState: string,
    said: SaidWords = NOTHING_SAID,
  ): Promise<void> {
    const { id, organizationId, state: fromState } = project;
    await this.steps.add(tx, { projectId: id, milestoneId: null, verb, fromState, toState, ...said });
    const action = `project.${verb}`;
    tx.audit({ action, entityType: 'project', entityId: id, organizationId, fromState, toState });
  }

  /** A step of one of its milestones, from the state it was read in. */
  async milestoneStep(
    tx: Transaction,
    project: Project,
    milestone: Milestone,
    [verb, toState]: readonly [string, string],
    said: SaidWords = NOTHING_SAID,
  ): Promise<void> {
    const { id: milestoneId, state: fromState } = milestone;
    await this.steps.add(tx, { projectId: project.id, milestoneId, verb, fromState, toState, ...said });
    const { organizationId } = project;
    const action = `milestone.${verb}`;
    tx.audit({ action, entityType: 'milestone', entityId: milestoneId, organizationId, fromState, toState });
    await this.projects.touch(tx, project.id);
  }

  /** Its page, its files or its ratings are another. */
  async changed(
    tx: Transaction,
    project: Project,
    action: string,
    event: 'project.changed' | 'project.rated' = 'project.changed',
  ): Promise<void> {
    const { id, organizationId } = project;
    const seq = await this.projects.touch(tx, id);
    tx.audit({ action: `project.${action}`, entityType: 'project', entityId: id, organizationId });
    tx.emit(event, { ...sourceOf(project), seq }, {});
  }

  /** That an organization has rated all its partners. */
  announceRatings(tx: Transaction, project: Project, byOrganizationId: string): void {
    tx.emit('project.ratings-given', sourceOf(project), { byOrganizationId });
  }

  tell(tx: Transaction, type: ProjectTelling, project: Project, to: readonly string[]): void {
    for (const toOrganizationId of new Set(to)) tx.emit(type, sourceOf(project), { toOrganizationId });
  }

  tellOf(
    tx: Transaction,
    type: MilestoneTelling,
    project: Project,
    milestone: Pick<Milestone, 'id' | 'version'>,
    to: readonly string[],
  ): void {
    const source = {
      aggregateType: 'milestone',
      aggregateId: milestone.id,
      seq: milestone.version + 1,
      organizationId: project.organizationId,
    };
    for (const toOrganizationId of new Set(to))
      tx.emit(type, source, { toOrganizationId, projectId: project.id });
  }
}

/** Events of a project belong to the organization that leads it, whoever acts. */
export function sourceOf({ id, organizationId, version }: Project): EventSource {
  return { aggregateType: 'project', aggregateId: id, seq: version, organizationId };
}
