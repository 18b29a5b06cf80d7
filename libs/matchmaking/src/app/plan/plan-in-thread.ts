import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import type { MarketPlan, PlannedList, PlanInput } from './plan-market.js';
import type { PlanAnswer, PlanMessage } from './plan-thread.js';
import type { StoredGraph } from '../../domain/stored-graph.js';

/** Beside this file when it is compiled; where sources are run, in the folder of the build. */
const BESIDE = fileURLToPath(new URL('./plan-thread.js', import.meta.url));
const BUILT = fileURLToPath(
  new URL('../../../../../dist/libs/matchmaking/src/app/plan/plan-thread.js', import.meta.url),
);

/** Parties of one message. */
const SLICE = 500;

type Plain = Omit<PlanInput, 'graph'> & { readonly graph: StoredGraph };

/**
 * {@link planMarket} in a thread of its own: the event loop, and with it every lock that must be renewed, goes on.
 * Rejects when `signal` is aborted; the thread ends with it.
 */
export async function planInThread({ parties, ...rest }: Plain, signal: AbortSignal): Promise<MarketPlan> {
  signal.throwIfAborted();
  const thread = new Worker(existsSync(BESIDE) ? BESIDE : BUILT);
  try {
    const planned = answered(thread, signal);
    const tell = (message: PlanMessage): void => {
      thread.postMessage(message);
    };
    for (let at = 0; at < parties.length; at += SLICE) {
      tell({ parties: parties.slice(at, at + SLICE) });
      await breath();
    }
    tell({ rest });
    return await planned;
  } finally {
    await thread.terminate();
  }
}

const breath = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

function answered(thread: Worker, signal: AbortSignal): Promise<MarketPlan> {
  const planned = new Promise<MarketPlan>((resolve, reject) => {
    const lists: PlannedList[] = [];
    thread.on('message', (answer: PlanAnswer) => {
      if ('lists' in answer) lists.push(...answer.lists);
      else resolve({ ...answer.rest, lists });
    });
    thread.once('error', reject);
    thread.once('exit', (code) => {
      reject(new Error(`The thread that plans ended without a plan (${code}).`));
    });
    signal.addEventListener('abort', () => {
      reject(signal.reason as Error);
    });
  });
  // Whoever fails before it waits for the plan has told another error.
  planned.catch(() => undefined);
  return planned;
}
