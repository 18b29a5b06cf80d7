import { Injectable } from '@nestjs/common';
import type { EventEnvelope } from '#libs/contracts';
import { defineJob, type JobContext, type JobHandler } from '#libs/platform/queue';
import { MakePictureVariants } from '../app/make-picture-variants.js';

/** Makes the smaller versions of a new picture. */
@Injectable()
export class MakePictureVariantsJob implements JobHandler<EventEnvelope> {
  readonly job = defineJob<EventEnvelope>({
    name: 'make-picture-variants',
    queue: 'default',
    on: ['file.stored'],
  });

  constructor(private readonly makeVariants: MakePictureVariants) {}

  async perform({ aggregateId }: EventEnvelope, { requestId }: JobContext): Promise<void> {
    await this.makeVariants.execute(aggregateId, requestId);
  }
}
