import type { INestApplicationContext } from '@nestjs/common';
import { setTimeout as pause } from 'node:timers/promises';
import type { Logger } from './logging.js';
import { Readiness } from './readiness.js';

/** Longest time for work in flight, and for the whole stop. */
const DRAIN_MS = 10_000;
const TOTAL_MS = 15_000;
/** A terminal tells every process of the group, and the parent passes on what it heard: one request, heard twice. */
const SAME_REQUEST_MS = 500;
/** Exit code of a stop that did not finish in time. */
const GAVE_UP = 1;

export interface Stoppable {
  readonly logger: Logger;
  /** Takes no new work and resolves when what is in flight is done. Cut off after ten seconds. */
  readonly drain: () => Promise<void>;
}

/**
 * Runs until SIGTERM, SIGINT or the end of the parent process, then stops in order: not ready, no new work, work
 * in flight done (≤ 10 s), pools closed, exit 0. A second signal, later than half a second, ends the process at
 * once, and so does a stop of more than 15 s (exit 1). Takes the place of Nest's shutdown hooks, which end by raising the signal again.
 */
export async function runUntilStopped(
  app: INestApplicationContext,
  { logger, drain }: Stoppable,
): Promise<never> {
  const reason = await stopRequest();
  const giveUp = setTimeout(() => {
    logger.error({ reason }, 'the stop took too long');
    process.exit(GAVE_UP);
  }, TOTAL_MS);
  giveUp.unref();
  logger.info({ reason }, 'stopping');
  app.get(Readiness).drain();
  const drained = drain().catch((error: unknown) => {
    logger.error({ err: error }, 'draining failed');
  });
  await Promise.race([drained, pause(DRAIN_MS, undefined, { ref: false })]);
  try {
    await app.close();
    logger.info('stopped');
    await flushed(logger);
    process.exit(0);
  } catch (error) {
    logger.error({ err: error }, 'closing failed');
    await flushed(logger);
    return process.exit(GAVE_UP);
  }
}

/** The first reason to stop; from then on the next signal ends the process at once. */
function stopRequest(): Promise<string> {
  return new Promise((resolve) => {
    let askedAt: number | undefined;
    const ask = (reason: string) => {
      const now = performance.now();
      askedAt ??= now;
      // The parent's end may follow the signal it passed on: not a second request.
      if (now - askedAt > SAME_REQUEST_MS && reason !== 'disconnect') process.exit(GAVE_UP);
      resolve(reason);
    };
    for (const reason of ['SIGTERM', 'SIGINT'] as const) process.on(reason, ask);
    process.once('disconnect', () => {
      ask('disconnect');
    });
  });
}

const flushed = (logger: Logger): Promise<void> =>
  new Promise((resolve) => {
    logger.flush(() => {
      resolve();
    });
  });
