import { Injectable } from '@nestjs/common';
import type { EventEnvelope } from '#libs/contracts';
import { defineJob, type JobContext, type JobHandler } from '#libs/platform/queue';
import { ProjectEntries } from '../app/project-entries.js';

/** Brings what one batch of an import has written into the directory. */
@Injectable()
export class ProjectImportJob implements JobHandler<EventEnvelope<'organizations.imported'>> {
  readonly job = defineJob<EventEnvelope<'organizations.imported'>>({
    name: 'project-import',
    queue: 'default',
    on: ['organizations.imported'],
  });

  constructor(private readonly projectEntries: ProjectEntries) {}

  async perform({ payload }: EventEnvelope<'organizations.imported'>, context: JobContext): Promise<void> {
    const sources = payload.organizationIds.map((id) => ({
      id,
      type: 'organization' as const,
      organizationId: id,
    }));
    const sightings = await this.projectEntries.prepareAll(sources);
    await context.once((tx) => this.projectEntries.write(tx, sightings));
  }
}
