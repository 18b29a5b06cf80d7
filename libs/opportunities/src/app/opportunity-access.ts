import { Injectable } from '@nestjs/common';
import { type Actor, actingOrganization, NotFound } from '#libs/kernel';
import { Database, type Transaction } from '#libs/platform/database';
import { OpportunityRepository } from '../data/opportunity.repository.js';
import type { Opportunity } from '../domain/opportunity.js';
import { may, type OpportunityAction } from '../domain/opportunity.policy.js';

/** The only way a request obtains an opportunity. Absent and not yours are the same {@link NotFound}. */
@Injectable()
export class OpportunityAccess {
  constructor(
    private readonly database: Database,
    private readonly opportunities: OpportunityRepository,
  ) {}

  /** An opportunity to read. */
  async load(actor: Actor, action: 'read', id: string): Promise<Opportunity> {
    const opportunity = await this.opportunities.find(this.database, id);
    if (!opportunity || !may(actor, action, opportunity)) throw new NotFound();
    return opportunity;
  }

  /** An opportunity to change, locked until `tx` ends. */
  async lock(
    tx: Transaction,
    action: Exclude<OpportunityAction, 'read' | 'review'>,
    id: string,
  ): Promise<Opportunity> {
    const opportunity = await this.opportunities.lock(tx, id, actingOrganization(tx.actor).id);
    if (!opportunity || !may(tx.actor, action, opportunity)) throw new NotFound();
    return opportunity;
  }

  /** An opportunity for the secretariat to step in, locked until `tx` ends. */
  async lockForReview(tx: Transaction, id: string): Promise<Opportunity> {
    if (!tx.actor.permissions.has('opportunity.review')) throw new NotFound();
    const opportunity = await this.opportunities.lockAny(tx, id);
    if (!opportunity || !may(tx.actor, 'review', opportunity)) throw new NotFound();
    return opportunity;
  }
}
