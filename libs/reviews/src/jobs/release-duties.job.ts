import { Injectable } from '@nestjs/common';
import type { EventEnvelope } from '#libs/contracts';
import { defineJob, type JobContext, type JobHandler } from '#libs/platform/queue';
import { type DutiesOf, ReleaseDuties } from '../app/release-duties.js';

const SEATS = ['member.changed', 'member.left', 'member.removed'] as const;
const ORGANIZATIONS = ['organization.suspended', 'organization.closed'] as const;
type Gone = (typeof SEATS)[number] | (typeof ORGANIZATIONS)[number] | 'person.erased';

/** A reviewer who is gone leaves no proposal waiting. */
@Injectable()
export class ReleaseDutiesJob implements JobHandler<EventEnvelope<Gone>> {
  readonly job = defineJob<EventEnvelope<Gone>>({
    name: 'release-duties',
    queue: 'default',
    on: [...SEATS, ...ORGANIZATIONS, 'person.erased'],
  });

  constructor(private readonly releaseDuties: ReleaseDuties) {}

  async perform(event: EventEnvelope<Gone>, context: JobContext): Promise<void> {
    const orphaned = await this.releaseDuties.orphaned(whose(event));
    if (orphaned.length > 0) await context.once((tx) => this.releaseDuties.within(tx, orphaned));
  }
}

function whose({ type, aggregateId, payload }: EventEnvelope<Gone>): DutiesOf {
  if ('personId' in payload) return { personId: payload.personId };
  return type === 'person.erased' ? { personId: aggregateId } : { organizationId: aggregateId };
}
