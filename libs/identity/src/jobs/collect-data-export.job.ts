import { Injectable } from '@nestjs/common';
import type { EventEnvelope } from '#libs/contracts';
import { defineJob, type JobContext, type JobHandler } from '#libs/platform/queue';
import { CollectDataExport } from '../app/collect-data-export.js';

/** Collects the copy of a person's data, and tells them. */
@Injectable()
export class CollectDataExportJob implements JobHandler<EventEnvelope<'data-export.requested'>> {
  readonly job = defineJob<EventEnvelope<'data-export.requested'>>({
    name: 'collect-data-export',
    queue: 'maintenance',
    on: ['data-export.requested'],
  });

  constructor(private readonly collectDataExport: CollectDataExport) {}

  async perform({ payload }: EventEnvelope<'data-export.requested'>, context: JobContext): Promise<void> {
    const collected = await this.collectDataExport.collect(payload.exportId, context.signal);
    await context.once(async (tx) => {
      if (collected) await this.collectDataExport.write(tx, payload.exportId, collected);
    });
  }
}
