import { Injectable, Logger, type OnApplicationBootstrap } from '@nestjs/common';
import type { DomainEventType, EventEnvelope, MatchSubject } from '#libs/contracts';
import { defineJob, type JobContext, type JobHandler } from '#libs/platform/queue';
import { DrawTurns } from '../app/live/draw-turns.js';
import { RefreshMatches } from '../app/refresh-matches.js';
import { RefreshPace } from '../app/refresh-pace.js';
import type { SubjectRef } from '../domain/match.js';

/** Which subject an event is about. A profile is known by its organization. */
const SUBJECT_OF: Partial<Record<DomainEventType, MatchSubject>> = {
  'proposal.submitted': 'proposal',
  'proposal.withdrawn': 'proposal',
  'opportunity.published': 'opportunity',
  'opportunity.changed': 'opportunity',
  'opportunity.paused': 'opportunity',
  'opportunity.resumed': 'opportunity',
  'opportunity.held': 'opportunity',
  'opportunity.released': 'opportunity',
  'opportunity.renewed': 'opportunity',
  'opportunity.filled': 'opportunity',
  'opportunity.expired': 'opportunity',
  'opportunity.closed': 'opportunity',
  'consulting-request.submitted': 'consulting_request',
  'consulting-request.settled': 'consulting_request',
  'profile.changed': 'organization',
};

function subjectOf({ type, aggregateId }: EventEnvelope): SubjectRef {
  const subject = SUBJECT_OF[type];
  if (!subject) throw new Error(`Event ${type} is about nothing that is matched.`);
  return { type: subject, id: aggregateId };
}

/** Brings the matches of what has changed up to date. */
@Injectable()
export class RefreshMatchesJob implements JobHandler<EventEnvelope>, OnApplicationBootstrap {
  private readonly logger = new Logger(RefreshMatchesJob.name);
  readonly job = defineJob<EventEnvelope>({
    name: 'refresh-matches',
    queue: 'matching',
    on: Object.keys(SUBJECT_OF) as DomainEventType[],
    // Several changes of one thing in a row need one run.
    deduplicate: (event) => `${subjectOf(event).type} ${event.aggregateId}`,
  });

  constructor(
    private readonly refreshMatches: RefreshMatches,
    private readonly pace: RefreshPace,
    private readonly turns: DrawTurns,
  ) {}

  /** Beside everything else that starts. Without it the first job is slow, nothing worse. */
  onApplicationBootstrap(): void {
    this.refreshMatches.warmUp().catch((error: unknown) => {
      this.logger.warn({ msg: 'The market could not be read ahead', err: error });
    });
  }

  async perform(event: EventEnvelope, context: JobContext): Promise<void> {
    const subject = subjectOf(event);
    const dueAt = await this.pace.dueAt(subject);
    if (dueAt) {
      await context.once((tx) => this.pace.postpone(tx, subject, dueAt));
      return;
    }
    await this.turns.take(async () => {
      const found = await this.refreshMatches.prepare(subject);
      if (found) await context.once((tx) => this.refreshMatches.write(tx, found));
    });
  }
}
