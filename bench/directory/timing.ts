import { existsSync, readFileSync } from 'node:fs';
import type pg from 'pg';
import { named, type Parameter, type Reads } from '#libs/platform/database';
import { quantile, rounded } from '../setting/figures.js';

/** Milliseconds of some runs. */
export interface Timed {
  readonly p50: number;
  readonly p95: number;
  readonly max: number;
  readonly runs: number;
}

/** Statements on one connection, so that what is timed is one backend's work. */
export class OneConnection implements Reads {
  private pid: number | undefined;

  constructor(private readonly client: pg.Client) {}

  async rows<Row extends object>(text: string, values: readonly Parameter[] = []): Promise<Row[]> {
    return (await this.client.query<Row>(named(text, values))).rows;
  }

  /** Milliseconds the server process of this connection has been on a processor; where Linux does not tell, 0. */
  async processorTime(): Promise<number> {
    this.pid ??= (await this.row<{ pid: number }>('select pg_backend_pid() as pid'))?.pid;
    const path = `/proc/${this.pid}/schedstat`;
    return existsSync(path) ? Number(readFileSync(path, 'utf8').split(' ')[0]) / 1e6 : 0;
  }

  async row<Row extends object>(text: string, values?: readonly Parameter[]): Promise<Row | undefined> {
    return (await this.rows<Row>(text, values))[0];
  }
}

/** Milliseconds that `work` takes. */
export async function timeOf(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now();
  await work();
  return performance.now() - began;
}

export const timed = (times: readonly number[]): Timed => ({
  p50: rounded(quantile(times, 0.5)),
  p95: rounded(quantile(times, 0.95)),
  max: rounded(Math.max(...times)),
  runs: times.length,
});
