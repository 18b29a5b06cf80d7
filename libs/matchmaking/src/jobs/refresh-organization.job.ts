import { Injectable } from '@nestjs/common';
import type { EventEnvelope } from '#libs/contracts';
import { defineJob, type JobContext, type JobHandler } from '#libs/platform/queue';
import { DrawTurns } from '../app/live/draw-turns.js';
import { RefreshOrganization } from '../app/refresh-organization.js';

/**
 * Matches whoever begins to take part or changes, a city with whom calls it by its name, and takes off the lists whoever
 * ceases to; draws anew whose learning was reset.
 */
@Injectable()
export class RefreshOrganizationJob implements JobHandler<EventEnvelope> {
  readonly job = defineJob<EventEnvelope>({
    name: 'refresh-organization',
    queue: 'matching',
    on: [
      'organization.activated',
      'organization.changed',
      'organization.suspended',
      'organization.closed',
      'learning.reset',
    ],
    deduplicate: (event) => event.aggregateId,
  });

  constructor(
    private readonly refreshOrganization: RefreshOrganization,
    private readonly turns: DrawTurns,
  ) {}

  async perform(event: EventEnvelope, context: JobContext): Promise<void> {
    await this.turns.take(async () => {
      const found = await this.refreshOrganization.prepare(event.aggregateId);
      await context.once((tx) => this.refreshOrganization.write(tx, found));
    });
  }
}
