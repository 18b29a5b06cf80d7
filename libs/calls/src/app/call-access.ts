import { Injectable } from '@nestjs/common';
import { type Actor, actingOrganization, NotFound } from '#libs/kernel';
import { Database, type Transaction } from '#libs/platform/database';
import { CallRepository } from '../data/call.repository.js';
import type { Call } from '../domain/call.js';
import { type CallAction, may } from '../domain/call.policy.js';

/** The only way a request obtains a call. Absent and not yours are the same {@link NotFound}. */
@Injectable()
export class CallAccess {
  constructor(
    private readonly database: Database,
    private readonly calls: CallRepository,
  ) {}

  /** A call to read. */
  async load(actor: Actor, action: 'read' | 'follow', id: string): Promise<Call> {
    const call = await this.calls.find(this.database, id);
    if (!call || !may(actor, action, call)) throw new NotFound();
    return call;
  }

  /** A call to change, locked until `tx` ends; only the acting organization's own. */
  async lock(tx: Transaction, action: Exclude<CallAction, 'read' | 'follow'>, id: string): Promise<Call> {
    const call = await this.calls.lock(tx, id, actingOrganization(tx.actor).id);
    if (!call || !may(tx.actor, action, call)) throw new NotFound();
    return call;
  }
}
