import { Injectable, type INestApplicationContext } from '@nestjs/common';
import { systemActor } from '#libs/kernel';
import { Database, newId, type Transaction, UnitOfWork } from '#libs/platform/database';
import { defineJob, type JobContext, type JobHandler, TimerClock, Timers } from '#libs/platform/queue';
import { waitFor } from '../../support/wait.js';
import { type Backend, QueueHarness } from './queue-harness.js';

interface Ring {
  readonly who: string;
  /** Rings the handler sets again, under the same key. */
  readonly again?: number;
}

const RING = defineJob<Ring>({ name: 'ring', queue: 'default' });

@Injectable()
class RingJob implements JobHandler<Ring> {
  readonly job = RING;

  async perform({ who, again = 0 }: Ring, { once }: JobContext): Promise<void> {
    await once(async (tx) => {
      await tx.execute('insert into effect (event_id, worker) values ($1, $1)', [who]);
      if (again > 0)
        await Timers.set(tx, RING, { key: who, dueAt: new Date(), payload: { who, again: again - 1 } });
    });
  }
}

describe.each<Backend>(['postgres', 'redis'])('timers on %s', (backend) => {
  let harness: QueueHarness;
  let worker: INestApplicationContext;

  beforeAll(async () => {
    harness = await QueueHarness.start(backend);
  }, 60_000);
  afterAll(() => harness.stop());
  beforeEach(async () => {
    await harness.clear();
    await harness.database.query('truncate timer');
    worker = await harness.startWorker([RingJob]);
  });

  const inTransaction = (work: (tx: Transaction) => Promise<void>): Promise<void> =>
    worker.get(UnitOfWork).run(systemActor(newId()), work);
  const inMs = async (milliseconds: number): Promise<Date> => {
    const clock = await worker.get(Database).row<{ now: Date }>('select clock_timestamp() as now');
    return new Date((clock?.now.getTime() ?? 0) + milliseconds);
  };
  const rung = async (): Promise<string[]> =>
    (await harness.database.query<{ event_id: string }>('select event_id from effect')).map(
      ({ event_id }) => event_id,
    );
  const state = async (): Promise<string> =>
    JSON.stringify(await harness.database.query('select * from timer'));
  const untilRung = (...names: string[]): Promise<true> =>
    waitFor(`${names.join()} to ring`, async () => (await rung()).join() === names.join() || undefined, {
      dump: state,
    });

  it('rings when it is due, and not before', async () => {
    const dueAt = await inMs(400);
    await inTransaction((tx) => Timers.set(tx, RING, { key: 'a', dueAt, payload: { who: 'a' } }));
    await untilRung('a');
    const late = (await inMs(0)).getTime() - dueAt.getTime();
    expect(late).toBeGreaterThanOrEqual(0);
    expect(late).toBeLessThan(1_500);
    await waitFor('the timer to be gone', async () => (await state()) === '[]' || undefined, { dump: state });
  });

  it('is replaced under its key, dropped, and rolled back with its cause', async () => {
    const soon = await inMs(300);
    const later = await inMs(3_600_000);
    await inTransaction(async (tx) => {
      await Timers.set(tx, RING, { key: 'moved', dueAt: soon, payload: { who: 'moved' } });
      await Timers.set(tx, RING, { key: 'dropped', dueAt: soon, payload: { who: 'dropped' } });
      await Timers.set(tx, RING, { key: 'kept', dueAt: soon, payload: { who: 'kept' } });
    });
    await inTransaction(async (tx) => {
      await Timers.set(tx, RING, { key: 'moved', dueAt: later, payload: { who: 'moved' } });
      await Timers.drop(tx, 'dropped');
    });
    const undone = inTransaction(async (tx) => {
      await Timers.set(tx, RING, { key: 'undone', dueAt: soon, payload: { who: 'undone' } });
      throw new Error('No.');
    });
    await expect(undone).rejects.toThrow('No.');
    await untilRung('kept');
    // What else was due would have been claimed with it: only the moved one still waits.
    await waitFor(
      'one timer',
      async () => (JSON.parse(await state()) as object[]).length === 1 || undefined,
      {
        dump: state,
      },
    );
    expect(await rung()).toEqual(['kept']);
  });

  it('moves only to an earlier time where it is to ring at the latest then', async () => {
    const [now, soon, later] = [await inMs(0), await inMs(3_600_000), await inMs(7_200_000)];
    const atTheLatest = async (dueAt: Date): Promise<unknown> => {
      const timer = { key: 'd', dueAt, payload: { who: 'd' } };
      await inTransaction((tx) => Timers.setNoLaterThan(tx, RING, timer));
      return (await harness.database.query<{ due_at: Date }>('select due_at from timer'))[0]?.due_at;
    };
    expect(await atTheLatest(later)).toEqual(later);
    expect(await atTheLatest(soon)).toEqual(soon);
    expect(await atTheLatest(later)).toEqual(soon);
    // One that has begun to ring tells nothing of what came since.
    await harness.database.query('update timer set started_at = clock_timestamp()');
    expect(await atTheLatest(later)).toEqual(later);
    await atTheLatest(now);
    await untilRung('d');
  });

  it('rings again when its handler sets it again', async () => {
    const dueAt = await inMs(0);
    await inTransaction((tx) => Timers.set(tx, RING, { key: 'b', dueAt, payload: { who: 'b', again: 2 } }));
    await untilRung('b', 'b', 'b');
  });

  it('rings once when the queue was lost after it was started, and when two clocks look', async () => {
    await harness.stopWorker(worker);
    worker = await harness.startWorker([]);
    const clockless = await harness.startWorker([]);
    await clockless.get(TimerClock).stop();
    const dueAt = await inMs(0);
    await inTransaction((tx) => Timers.set(tx, RING, { key: 'c', dueAt, payload: { who: 'c' } }));
    // A worker that does not know the job leaves the timer to one that does.
    expect(await worker.get(TimerClock).startDue()).toBeGreaterThan(0);
    expect(await state()).toContain('"started_at":null');
    await harness.database.query('update timer set started_at = clock_timestamp()');
    // They take from the queue too, and would fail what they do not know until it is dead.
    for (const ignorant of [worker, clockless]) await harness.stopWorker(ignorant);
    await harness.startWorker([RingJob]);
    await harness.startWorker([RingJob]);
    await untilRung('c');
  });
});
