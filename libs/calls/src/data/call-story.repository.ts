import { Injectable } from '@nestjs/common';
import { newId, type Reads, type Transaction } from '#libs/platform/database';
import type { CallStep } from '../domain/call.js';

/** The steps of calls. Rows are only ever added. */
@Injectable()
export class CallStoryRepository {
  async add(tx: Transaction, callId: string, step: Omit<CallStep, 'id' | 'actorOrganizationId' | 'at'>): Promise<void> {
    const { personId, organization } = tx.actor;
    const { verb, fromState, toState, stage, reason } = step;
    await tx.execute(ADD, [
      ...[newId(), callId, verb, fromState, toState, stage, reason],
      ...[personId, organization?.id ?? null],
    ]);
  }

  /** The stages that have opened so far. */
  async openedStages(reads: Reads, callId: string): Promise<string[]> {
    const rows = await reads.rows<{ stage: string }>(OPENED, [callId]);
    return rows.map(({ stage }) => stage);
  }

  /** Oldest first. */
  async list(reads: Reads, callId: string): Promise<CallStep[]> {
    return reads.rows(LIST, [callId]);
  }
}

const ADD = `
  insert into call_step
    (id, call_id, verb, from_state, to_state, stage, reason, actor_id, actor_organization_id)
  values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`;

const OPENED = `select distinct stage from call_step where call_id = $1 and verb = 'open' and stage is not null`;

const LIST = `
  select id, verb, from_state as "fromState", to_state as "toState", stage, reason,
    actor_organization_id as "actorOrganizationId", at
  from call_step where call_id = $1 order by id`;
