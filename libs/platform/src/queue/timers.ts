import { newId, type Transaction } from '#libs/platform/database';
import type { JobDefinition } from './define-job.js';

export interface Timer<Payload> {
  /** Names what waits, e.g. `recommendation-expiry:<id>`; setting it again replaces it. */
  readonly key: string;
  readonly dueAt: Date;
  /** Ids only. The handler re-reads the truth: what was to happen may be settled by then. */
  readonly payload: Payload;
}

/**
 * Time-based moves. A timer is a row of the transaction that starts the waiting, so it is neither lost with the
 * queue nor left behind by a rollback. When it is due a worker enqueues its job, and again until the effect has
 * happened. `job` has neither `on` nor `every`.
 */
export const Timers = {
  async set<Payload extends object>(
    tx: Transaction,
    job: JobDefinition<Payload>,
    timer: Timer<Payload>,
  ): Promise<void> {
    await tx.execute(SET, valuesOf(tx, job, timer));
  },

  /** At `dueAt` at the latest: one that is due earlier stays, unless it has begun to ring and may know nothing of this. */
  async setNoLaterThan<Payload extends object>(
    tx: Transaction,
    job: JobDefinition<Payload>,
    timer: Timer<Payload>,
  ): Promise<void> {
    await tx.execute(SET_NO_LATER_THAN, valuesOf(tx, job, timer));
  },

  /** Nothing happens any more under this key. */
  async drop(tx: Transaction, key: string): Promise<void> {
    await tx.execute('delete from timer where key = $1', [key]);
  },
};

function valuesOf<Payload extends object>(
  { actor }: Transaction,
  { name }: JobDefinition<Payload>,
  { key, dueAt, payload }: Timer<Payload>,
): unknown[] {
  return [newId(), key, name, JSON.stringify(payload), dueAt, actor.requestId];
}

/** A new id with every setting: the effect of the replaced timer says nothing about this one. */
const SET = `
  insert into timer (id, key, job, payload, due_at, request_id) values ($1, $2, $3, $4::jsonb, $5, $6)
  on conflict (key) do update set id = excluded.id, job = excluded.job, payload = excluded.payload,
    due_at = excluded.due_at, request_id = excluded.request_id, started_at = null`;

const SET_NO_LATER_THAN = `${SET} where timer.started_at is not null or timer.due_at > excluded.due_at`;
