import { type DomainEventType, EVENT_AUDIENCES, type EventEnvelope } from '#libs/contracts';
import { jobIdOf, type QueuedJob, queuedJob } from './job-data.js';
import type { JobDefinition, QueueName } from './define-job.js';
import type { JobRegistry } from './job-registry.js';
import type { Queues } from './queues.js';

/**
 * The events this build knows. During a rolling update an older worker leaves newer events to newer workers,
 * instead of finding that nobody wants them.
 */
export const KNOWN_EVENTS = Object.keys(EVENT_AUDIENCES) as DomainEventType[];

/** Events travel in batches of this size: small enough for one short transaction, large enough to be fast. */
export const BATCH = 500;

/** Columns of an event and the clock of the database, read in one statement after the event was visible. */
export const EVENT_COLUMNS = `
  id, type, schema_version as "schemaVersion", aggregate_type as "aggregateType", aggregate_id as "aggregateId",
  aggregate_seq as "aggregateSeq", organization_id as "organizationId", actor_id as "actorId",
  request_id as "requestId", occurred_at as "occurredAt", payload, to_json(clock_timestamp()) #>> '{}' as clock`;

export type EventRow = Omit<EventEnvelope, 'occurredAt'> & { occurredAt: Date; clock: string };

/** One job that one event starts. */
export interface Errand {
  readonly event: EventRow;
  readonly job: JobDefinition<never>;
  /** Id of the job, and key of its effect. */
  readonly id: string;
}

export function errandsOf(events: readonly EventRow[], registry: JobRegistry): Errand[] {
  return events.flatMap((event) =>
    registry.subscribers(event.type).map((job) => ({ event, job, id: jobIdOf(job.name, event.id) })),
  );
}

/** Puts the jobs into their queues, one round trip per queue. */
export async function enqueueErrands(errands: readonly Errand[], queues: Queues): Promise<void> {
  const byQueue = new Map<QueueName, QueuedJob[]>();
  for (const { event, job } of errands) {
    const { clock, occurredAt, ...rest } = event;
    const payload: EventEnvelope = { ...rest, occurredAt: occurredAt.toISOString() };
    const queued = queuedJob(job, event.id, { payload, requestId: event.requestId, enqueuedAt: clock });
    const waiting = byQueue.get(job.queue);
    if (waiting) waiting.push(queued);
    else byQueue.set(job.queue, [queued]);
  }
  await Promise.all([...byQueue].map(([name, jobs]) => queues.add(name, jobs)));
}
