import { Injectable } from '@nestjs/common';
import type { Reads, Transaction } from '#libs/platform/database';
import type { StageWindow } from '../domain/call.js';
import type { StageKey } from '../domain/call-terms.js';

/** When the stages of published calls take answers. */
@Injectable()
export class CallStageRepository {
  /** Keeps the call as it is until `tx` ends; false when nobody may answer it whatever the time. */
  async share(tx: Transaction, callId: string): Promise<boolean> {
    return (await tx.row(SHARE, [callId])) !== undefined;
  }

  /** The stage that is open at this very moment, not at the beginning of the transaction. */
  async openNow(reads: Reads, callId: string): Promise<StageKey | null> {
    return (await reads.row<{ key: StageKey }>(OPEN_NOW, [callId]))?.key ?? null;
  }

  /** In the order of their times. */
  async windows(reads: Reads, callId: string): Promise<StageWindow[]> {
    return reads.rows(WINDOWS, [callId]);
  }

  async replace(tx: Transaction, callId: string, windows: readonly StageWindow[]): Promise<void> {
    await tx.execute('delete from call_stage where call_id = $1', [callId]);
    for (const { key, opensAt, closesAt } of windows) await tx.execute(ADD, [callId, key, opensAt, closesAt]);
  }
}

const SHARE = `
  select id from call where id = $1 and state in ('published', 'open', 'closed', 'reviewing') for share`;

const OPEN_NOW = `
  select key from call_stage
  where call_id = $1 and opens_at <= clock_timestamp() and clock_timestamp() < closes_at`;

const WINDOWS = `
  select key, opens_at as "opensAt", closes_at as "closesAt" from call_stage
  where call_id = $1 order by opens_at`;

const ADD = `insert into call_stage (call_id, key, opens_at, closes_at) values ($1, $2, $3, $4)`;
