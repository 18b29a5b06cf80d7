import { Injectable, Logger, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { systemActor } from '#libs/kernel';
import { newId, UnitOfWork } from '#libs/platform/database';
import { JobRegistry } from './job-registry.js';
import {
  BATCH,
  enqueueErrands,
  type Errand,
  errandsOf,
  EVENT_COLUMNS,
  type EventRow,
  KNOWN_EVENTS,
} from './outbox.js';
import { Queues } from './queues.js';
import { WakeLoop } from './wake-loop.js';
import { WorkerSettings } from './worker-settings.js';

/**
 * Asks after every event relayed a while ago. When all its effects have happened, it is done. Otherwise its
 * jobs are enqueued again: one that still waits, runs or is dead keeps its place under the same id, one that
 * was lost with the queue comes back. So the queue may be emptied at any time.
 */
@Injectable()
export class OutboxReconciler implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly logger = new Logger(OutboxReconciler.name);
  private readonly loop = new WakeLoop(
    async () => ((await this.reconcileBatch()) < BATCH ? this.settings.reconcileEvery : 0),
    (error) => {
      this.logger.error({ msg: 'The reconciler failed and will try again', err: error });
    },
  );

  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly registry: JobRegistry,
    private readonly queues: Queues,
    private readonly settings: WorkerSettings,
  ) {}

  onApplicationBootstrap(): void {
    this.loop.start();
  }

  onModuleDestroy(): Promise<void> {
    return this.stop();
  }

  /** Ends with the turn under way. */
  stop(): Promise<void> {
    return this.loop.stop();
  }

  /** Looks after the events that have waited longest; answers how many. Several reconcilers share them. */
  reconcileBatch(): Promise<number> {
    return this.unitOfWork.run(systemActor(newId()), async (tx) => {
      const events = await tx.rows<EventRow>(OVERDUE, [KNOWN_EVENTS, this.settings.grace, BATCH]);
      if (events.length === 0) return 0;
      const errands = errandsOf(events, this.registry);
      const effects = await tx.rows<{ key: string }>(EFFECTS, [errands.map(({ id }) => id)]);
      const missing = without(errands, new Set(effects.map(({ key }) => key)));
      await enqueueErrands(missing, this.queues);
      const open = new Set(missing.map(({ event }) => event.id));
      await tx.execute(MARK, [events.map(({ id }) => id), [...open]]);
      return events.length;
    });
  }
}

function without(errands: readonly Errand[], happened: ReadonlySet<string>): Errand[] {
  return errands.filter(({ id }) => !happened.has(id));
}

const OVERDUE = `
  select ${EVENT_COLUMNS} from outbox_event
  where relayed_at < clock_timestamp() - $2 * interval '1 millisecond' and done_at is null and type = any($1)
  order by relayed_at limit $3
  for update skip locked`;

const EFFECTS = `select key from job_effect where key = any($1)`;

/** What is still open has just been relayed once more and is asked after again when the grace is over. */
const MARK = `
  update outbox_event
  set relayed_at = case when id = any($2::uuid[]) then clock_timestamp() else relayed_at end,
      done_at = case when id = any($2::uuid[]) then null else clock_timestamp() end
  where id = any($1::uuid[])`;
