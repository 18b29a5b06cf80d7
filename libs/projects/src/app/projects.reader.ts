import { Injectable } from '@nestjs/common';
import { CallTermsReader } from '#libs/calls';
import { type Actor, actingOrganization, NotFound } from '#libs/kernel';
import { Database } from '#libs/platform/database';
import { MilestoneRepository } from '../data/milestone.repository.js';
import { type ProjectListFilter, ProjectRepository } from '../data/project.repository.js';
import type { Milestone, Project, ProjectPartner, ProjectSide } from '../domain/project.js';
import { PROJECT_STATES, type ProjectState } from '../domain/project-states.js';
import { missingForClosing } from '../domain/closing.js';
import { type Waiting, waitingOf } from '../domain/waiting.js';
import { type Progress, progressOf } from '../domain/progress.js';

/** A project as lists show it. */
export interface ProjectCard {
  readonly project: Project;
  readonly partners: readonly ProjectPartner[];
  readonly progress: Progress;
  /** Of milestones alone; what an end needs stands in the workspace. */
  readonly waiting: readonly Waiting[];
  readonly milestones: readonly Milestone[];
}

/** A call has that many projects at most; more winners than that no deciding body releases. */
const MAX_OF_CALL = 1_000;

/** Lists of projects. */
@Injectable()
export class ProjectsReader {
  constructor(
    private readonly database: Database,
    private readonly projects: ProjectRepository,
    private readonly milestones: MilestoneRepository,
    private readonly calls: CallTermsReader,
  ) {}

  /** Projects of the acting organization, newest first. */
  async own(
    actor: Actor,
    filter: {
      side: ProjectSide | null;
      states: readonly ProjectState[];
      after: string | null;
      limit: number;
    },
  ): Promise<ProjectCard[]> {
    const { id: organizationId } = actingOrganization(actor);
    const states = filter.states.length > 0 ? filter.states : PROJECT_STATES;
    const asked: ProjectListFilter = { ...filter, organizationId, states };
    return this.cards(await this.projects.list(this.database, asked));
  }

  /**
   * All projects of a call, the latest first; for who runs it.
   *
   * @throws NotFound
   */
  async ofCall(
    actor: Actor,
    callId: string,
  ): Promise<{ title: string; language: string; cards: ProjectCard[] }> {
    const terms = await this.calls.newest(this.database, callId);
    if (terms?.organizationId !== actingOrganization(actor).id) throw new NotFound();
    const cards = await this.cards(await this.projects.ofCall(this.database, callId, MAX_OF_CALL));
    const { title, language } = terms;
    return { title, language, cards: cards.sort((one, other) => latest(other) - latest(one)) };
  }

  /** For other features: titles by id. Asks no permission: whoever is told of a project may read it. */
  async titles(ids: readonly string[]): Promise<Map<string, { title: string }>> {
    const found = await this.projects.findMany(this.database, ids);
    return new Map(found.map(({ id, title }) => [id, { title }]));
  }

  private async cards(projects: readonly Project[]): Promise<ProjectCard[]> {
    const ids = projects.map(({ id }) => id);
    const [partners, milestones] = await Promise.all([
      this.projects.partners(this.database, ids),
      this.milestones.of(this.database, ids),
    ]);
    return projects.map((project) => {
      const own = milestones.filter(({ projectId }) => projectId === project.id);
      return {
        project,
        partners: partners.filter(({ projectId }) => projectId === project.id),
        progress: progressOf(own),
        milestones: own,
        waiting: waitingOf({
          ...{ project, milestones: own, unrated: [] },
          missing: missingForClosing({
            ...{ milestones: own, hasResults: true },
            ratingsAreOpen: project.state !== 'closing',
          }),
        }),
      };
    });
  }
}

const latest = ({ waiting }: ProjectCard): number => waiting[0]?.daysLate ?? -1;
