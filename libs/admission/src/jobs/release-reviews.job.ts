import { Injectable } from '@nestjs/common';
import type { EventEnvelope } from '#libs/contracts';
import { defineJob, type JobContext, type JobHandler } from '#libs/platform/queue';
import { ReleaseReviews, type ReviewersOf } from '../app/release-reviews.js';

const SEATS = ['member.changed', 'member.left', 'member.removed'] as const;
const ORGANIZATIONS = ['organization.suspended', 'organization.closed'] as const;
type Gone = (typeof SEATS)[number] | (typeof ORGANIZATIONS)[number] | 'person.erased';

/** A reviewer who is gone leaves no application waiting. */
@Injectable()
export class ReleaseReviewsJob implements JobHandler<EventEnvelope<Gone>> {
  readonly job = defineJob<EventEnvelope<Gone>>({
    name: 'release-reviews',
    queue: 'default',
    on: [...SEATS, ...ORGANIZATIONS, 'person.erased'],
  });

  constructor(private readonly releaseReviews: ReleaseReviews) {}

  async perform(event: EventEnvelope<Gone>, context: JobContext): Promise<void> {
    const orphaned = await this.releaseReviews.orphaned(whose(event));
    if (orphaned.length > 0) await context.once((tx) => this.releaseReviews.within(tx, orphaned));
  }
}

function whose({ type, aggregateId, payload }: EventEnvelope<Gone>): ReviewersOf {
  if ('personId' in payload) return { personId: payload.personId };
  return type === 'person.erased' ? { personId: aggregateId } : { organizationId: aggregateId };
}
