import { Injectable } from '@nestjs/common';
import { StaleVersion } from '#libs/kernel';
import type { Reads, Transaction } from '#libs/platform/database';
import type { Call } from '../domain/call.js';
import type { CallState } from '../domain/call-states.js';
import type { CallContent } from '../domain/call-terms.js';
import { type CallRow, SELECT_CALL, toCall } from './call-row.js';

/** SQL of single calls. */
@Injectable()
export class CallRepository {
  async find(reads: Reads, id: string): Promise<Call | undefined> {
    const row = await reads.row<CallRow>(`${SELECT_CALL} where c.id = $1`, [id]);
    return row && toCall(row);
  }

  /** A row that is there: just written in this transaction. */
  async get(tx: Transaction, id: string): Promise<Call> {
    const call = await this.find(tx, id);
    if (!call) throw new Error('A call vanished inside its transaction.');
    return call;
  }

  /** The row, locked until the transaction ends. `organizationId`: only its own, so nobody can hold others' rows. */
  async lock(tx: Transaction, id: string, organizationId: string | null): Promise<Call | undefined> {
    const found = await tx.row(LOCK, [id, organizationId]);
    // Read once the lock is had: the stages stand in another table.
    return found && (await this.get(tx, id));
  }

  async insert(
    tx: Transaction,
    call: { id: string; organizationId: string; createdBy: string; content: CallContent },
  ): Promise<void> {
    const { id, organizationId, createdBy, content } = call;
    await tx.execute(INSERT, [id, organizationId, createdBy, JSON.stringify(content)]);
  }

  /** Replaces what the version that was read says. */
  async saveContent(tx: Transaction, current: Call, content: CallContent, number: number): Promise<void> {
    const values = [current.id, current.version, current.state, JSON.stringify(content), number];
    if ((await tx.execute(SAVE_CONTENT, values)) === 0) throw new StaleVersion(current.version);
  }

  /** Moves the version that was read to another state. */
  async move(tx: Transaction, current: Call, to: CallState, number: number): Promise<void> {
    const values = [current.id, current.version, current.state, to, number];
    if ((await tx.execute(MOVE, values)) === 0) throw new StaleVersion(current.version);
  }

  /** All of one organization become those of another; answers how many. */
  async moveAll(tx: Transaction, fromId: string, intoId: string): Promise<number> {
    return tx.execute(MOVE_ALL, [fromId, intoId]);
  }

  /** The time of this very moment, by the clock that decides. */
  async now(reads: Reads): Promise<Date> {
    const row = await reads.row<{ now: Date }>('select clock_timestamp()::timestamptz(3) as now');
    if (!row) throw new Error('The database tells no time.');
    return row.now;
  }
}

const CHANGED = `version = version + 1, updated_at = now(), changed_xid = pg_current_xact_id()`;

const LOCK = `
  select id from call where id = $1 and ($2::uuid is null or organization_id = $2) for update`;

const INSERT = `
  insert into call (id, organization_id, created_by, content) values ($1, $2, $3, $4::jsonb)`;

const SAVE_CONTENT = `
  update call set content = $4::jsonb, number = $5, ${CHANGED}
  where id = $1 and version = $2 and state = $3`;

const MOVE = `
  update call
  set state = $4, state_since = now(), number = $5,
      published_at = case when state = 'draft' and $5 > 0 then now() else published_at end, ${CHANGED}
  where id = $1 and version = $2 and state = $3`;

const MOVE_ALL = `update call set organization_id = $2, ${CHANGED} where organization_id = $1`;
