import type { EventEnvelope } from '#libs/contracts';

/**
 * Puts events into the order they were emitted in, as text: workers take them up in any other. The clock is the
 * database's; the id, made in order, tells those of one transaction apart.
 */
export function momentOf({ occurredAt, id }: Pick<EventEnvelope, 'occurredAt' | 'id'>): string {
  return `${occurredAt} ${id}`;
}
