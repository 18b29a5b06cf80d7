import { Injectable } from '@nestjs/common';
import { type Actor, actingOrganization, NotFound } from '#libs/kernel';
import { Database, type Reads, type Transaction } from '#libs/platform/database';
import { ProjectRepository } from '../data/project.repository.js';
import { may, type ProjectAction, type ProjectRelation, relationTo } from '../domain/project.policy.js';
import type { Project, ProjectPartner } from '../domain/project.js';

/** A project, its organizations, and how the acting one stands to it. */
export interface ProjectSeat {
  readonly project: Project;
  readonly partners: readonly ProjectPartner[];
  readonly relation: ProjectRelation;
}

/** The only way a request obtains a project. Absent and not yours are the same {@link NotFound}. */
@Injectable()
export class ProjectAccess {
  constructor(
    private readonly database: Database,
    private readonly projects: ProjectRepository,
  ) {}

  async load(actor: Actor, action: ProjectAction, id: string): Promise<ProjectSeat> {
    const project = await this.projects.find(this.database, id);
    return this.seat(this.database, actor, action, project);
  }

  /** A project to change, locked until `tx` ends. Nobody without a part in it ever holds its row. */
  async lock(tx: Transaction, action: ProjectAction, id: string): Promise<ProjectSeat> {
    await this.seat(tx, tx.actor, action, await this.projects.find(tx, id));
    return this.seat(tx, tx.actor, action, await this.projects.lock(tx, id));
  }

  private async seat(
    reads: Reads,
    actor: Actor,
    action: ProjectAction,
    project: Project | undefined,
  ): Promise<ProjectSeat> {
    actingOrganization(actor);
    if (!project) throw new NotFound();
    const partners = await this.projects.partners(reads, [project.id]);
    const relation = relationTo(actor, project, partners);
    if (!may(actor, action, relation)) throw new NotFound();
    return { project, partners, relation };
  }
}
