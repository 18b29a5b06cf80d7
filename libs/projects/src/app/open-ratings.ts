import { Injectable } from '@nestjs/common';
import type { Transaction } from '#libs/platform/database';
import { ProjectRepository } from '../data/project.repository.js';
import { ProjectRecords } from './project-records.js';
import { SealedRatings } from './sealed-ratings.js';

/** The fourteen days are over: whoever takes part is told that the ratings can be read. */
@Injectable()
export class OpenRatings {
  constructor(
    private readonly projects: ProjectRepository,
    private readonly ratings: SealedRatings,
    private readonly records: ProjectRecords,
  ) {}

  async within(tx: Transaction, projectId: string): Promise<void> {
    const project = await this.projects.lock(tx, projectId);
    if (project?.state !== 'closing') return;
    const partners = await this.projects.partners(tx, [projectId]);
    if (!(await this.ratings.areOpen(tx, project, partners))) return;
    const { id, organizationId } = project;
    tx.audit({ action: 'project.open-ratings', entityType: 'project', entityId: id, organizationId });
    const told = [...partners.map((partner) => partner.organizationId), project.runnerId];
    this.records.tell(tx, 'project.ratings-opened', project, told);
  }
}
