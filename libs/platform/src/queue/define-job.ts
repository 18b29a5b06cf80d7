import type { DomainEventType } from '#libs/contracts';

/** The queues of TTN. Each has its own workers, so that slow work of one kind does not hold up another. */
export const QUEUE_NAMES = ['default', 'matching', 'search', 'mail', 'maintenance'] as const;
export type QueueName = (typeof QUEUE_NAMES)[number];

/** What a job is called, where it waits, and what starts it. */
export interface JobDefinition<Payload> {
  /** Imperative, kebab-case, unique: `refresh-matches`. */
  readonly name: string;
  readonly queue: QueueName;
  /** Started once by each event of these types; the payload is then its `EventEnvelope`. */
  readonly on?: readonly DomainEventType[];
  /** Started once per period of the whole installation, 1 s to 1 day in ms; the payload is a `DueTime`. */
  readonly every?: number;
  /** Runs before the job becomes a dead letter. Default 8: about two minutes with the default backoff. */
  readonly attempts?: number;
  /** Pause after the first failure, in milliseconds; doubles each time. Default 1,000. */
  readonly backoff?: number;
  /**
   * Names what the run is about. A job is passed over when another one with the same answer began after
   * this one was enqueued and succeeded: it has already seen the truth this one would read.
   */
  readonly deduplicate?: (payload: Payload) => string;
}

/** Payload of a job that runs `every` so often: the start of the period it stands for. */
export interface DueTime {
  /** RFC 3339 in UTC, by the clock of the database. */
  readonly dueAt: string;
}

const SECOND = 1_000;
const DAY = 86_400_000;
const NAME = /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/;
const defined = new Map<string, JobDefinition<never>>();

/**
 * Declares a job. Every declaration of a process is listed by {@link definedJobs}; the worker refuses to
 * boot when one of them has no handler.
 *
 * @throws Error when the name is no kebab-case, the start is ambiguous, or the name means another job
 */
export function defineJob<Payload>(definition: JobDefinition<Payload>): JobDefinition<Payload> {
  const { name, on, every } = definition;
  if (!NAME.test(name)) throw new Error(`Job "${name}": names are kebab-case.`);
  if (on && every) throw new Error(`Job "${name}" is started by events or by time, not by both.`);
  if (every !== undefined && !(every >= SECOND && every <= DAY)) {
    throw new Error(`Job "${name}" runs once a second at most and once a day at least.`);
  }
  const known = defined.get(name);
  if (known && shape(known) !== shape(definition)) throw new Error(`There are two different jobs "${name}".`);
  defined.set(name, definition);
  return definition;
}

/** Every job this process has declared so far, by name. */
export function definedJobs(): readonly JobDefinition<never>[] {
  return [...defined.values()].sort((a, b) => a.name.localeCompare(b.name));
}

function shape({ queue, on, every, attempts }: JobDefinition<never>): string {
  return JSON.stringify([queue, on ?? [], every ?? 0, attempts ?? 0]);
}
