import { Injectable } from '@nestjs/common';
import type { Actor } from '#libs/kernel';
import type pg from 'pg';
import { DataSource } from 'typeorm';
import { named } from './statement.js';
import { Transaction } from './transaction.js';

/** Deadlock and serialization failure: the transaction did nothing and may simply run again. */
const RETRYABLE = new Set(['40001', '40P01']);
const MAX_ATTEMPTS = 4;

/** One transaction per verb: state change, audit and outbox rows commit together. */
@Injectable()
export class UnitOfWork {
  constructor(private readonly dataSource: DataSource) {}

  /**
   * Runs `work` in a transaction and answers its result once that is durable. `work` may run again after a
   * deadlock, so it must not touch anything but `tx`.
   */
  async run<Result>(actor: Actor, work: (tx: Transaction) => Promise<Result>): Promise<Result> {
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await this.attempt(actor, work);
      } catch (error) {
        if (attempt >= MAX_ATTEMPTS || !RETRYABLE.has(errorCode(error))) throw error;
      }
    }
  }

  private async attempt<Result>(actor: Actor, work: (tx: Transaction) => Promise<Result>): Promise<Result> {
    const runner = this.dataSource.createQueryRunner();
    try {
      const client = (await runner.connect()) as pg.PoolClient;
      await runner.startTransaction();
      const tx = new Transaction(actor, runner.manager, client);
      let result: Result;
      try {
        await client.query(named(SET_ACTOR, [actor.personId, actor.organization?.id ?? '']));
        result = await work(tx);
        await tx.flush();
        await runner.commitTransaction();
      } catch (error) {
        await runner.rollbackTransaction().catch(() => undefined);
        throw error;
      }
      tx.committed();
      return result;
    } finally {
      await runner.release();
    }
  }
}

/** Row-level security can be switched on later: every transaction already says who acts for whom. */
const SET_ACTOR = `select set_config('app.person', $1, true), set_config('app.organization', $2, true)`;

function errorCode(error: unknown): string {
  const { code, driverError } = (error ?? {}) as { code?: unknown; driverError?: { code?: unknown } };
  const found = code ?? driverError?.code;
  return typeof found === 'string' ? found : '';
}
