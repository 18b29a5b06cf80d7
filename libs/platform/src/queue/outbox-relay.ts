import { Injectable, Logger, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { systemActor } from '#libs/kernel';
import { Listener, newId, UnitOfWork } from '#libs/platform/database';
import { JobRegistry } from './job-registry.js';
import { BATCH, enqueueErrands, errandsOf, EVENT_COLUMNS, type EventRow, KNOWN_EVENTS } from './outbox.js';
import { Queues } from './queues.js';
import { WakeLoop } from './wake-loop.js';
import { WorkerSettings } from './worker-settings.js';

/**
 * Carries committed events from the outbox to the queues, at least once. It asks for rows without the relay
 * mark, never for ids beyond a cursor: rows become visible out of order. Several relays share the rows.
 */
@Injectable()
export class OutboxRelay implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly logger = new Logger(OutboxRelay.name);
  private readonly loop = new WakeLoop(
    async () => ((await this.relayWaiting()) < BATCH ? this.settings.relayEvery : 0),
    (error) => {
      this.logger.error({ msg: 'The relay failed and will try again', err: error });
    },
  );

  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly listener: Listener,
    private readonly registry: JobRegistry,
    private readonly queues: Queues,
    private readonly settings: WorkerSettings,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    const wake = (): void => {
      this.loop.wake();
    };
    this.listener.onReconnect(wake);
    await this.listener.listen('outbox', wake);
    this.loop.start();
  }

  onModuleDestroy(): Promise<void> {
    return this.stop();
  }

  /** Ends with the turn under way. */
  stop(): Promise<void> {
    return this.loop.stop();
  }

  /** One batch; when that was full there is a backlog, and several go side by side. Answers how many events. */
  async relayWaiting(): Promise<number> {
    const first = await this.relayBatch();
    if (first < BATCH) return first;
    const others = await Promise.all(Array.from({ length: LANES }, () => this.relayBatch()));
    return others.reduce((sum, count) => sum + count, first);
  }

  /** Relays the oldest waiting events; answers how many. A crash before the commit relays them again. */
  private relayBatch(): Promise<number> {
    return this.unitOfWork.run(systemActor(newId()), async (tx) => {
      const events = await tx.rows<EventRow>(CLAIM, [KNOWN_EVENTS, BATCH]);
      if (events.length === 0) return 0;
      const errands = errandsOf(events, this.registry);
      await enqueueErrands(errands, this.queues);
      const awaited = new Set(errands.map(({ event }) => event.id));
      const ids = events.map(({ id }) => id);
      await tx.execute(MARK, [ids, ids.filter((id) => !awaited.has(id))]);
      return events.length;
    });
  }
}

/** Batches side by side keep PostgreSQL busy while Node prepares the next. */
const LANES = 3;

const CLAIM = `
  select ${EVENT_COLUMNS} from outbox_event
  where relayed_at is null and type = any($1)
  order by occurred_at limit $2
  for update skip locked`;

/** An event nobody waits for is done at once. */
const MARK = `
  update outbox_event
  set relayed_at = clock_timestamp(), done_at = case when id = any($2::uuid[]) then clock_timestamp() end
  where id = any($1::uuid[])`;
