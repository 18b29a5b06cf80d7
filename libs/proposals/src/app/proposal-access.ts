import { Inject, Injectable, Optional } from '@nestjs/common';
import { type Actor, actingOrganization, NotFound } from '#libs/kernel';
import { Database, type Transaction } from '#libs/platform/database';
import { ProposalRepository } from '../data/proposal.repository.js';
import type { Proposal } from '../domain/proposal.js';
import { may, type ProposalAction, relationTo } from '../domain/proposal.policy.js';
import { ProposalAudience } from './proposal-audience.js';

/** The only way a request obtains a proposal. Absent and not yours are the same {@link NotFound}. */
@Injectable()
export class ProposalAccess {
  constructor(
    private readonly database: Database,
    private readonly proposals: ProposalRepository,
    @Optional() @Inject(ProposalAudience) private readonly audience: ProposalAudience | undefined,
  ) {}

  /** A proposal to read. */
  async load(actor: Actor, action: 'read', id: string): Promise<Proposal> {
    const proposal = await this.proposals.find(this.database, id);
    if (!proposal) throw new NotFound();
    let relation = relationTo(actor, proposal);
    if (relation === 'stranger') relation = relationTo(actor, proposal, await this.isCounterpart(actor, id));
    if (!may(actor, action, proposal, relation)) throw new NotFound();
    return proposal;
  }

  /** A proposal to change, locked until `tx` ends. */
  async lock(tx: Transaction, action: Exclude<ProposalAction, 'read'>, id: string): Promise<Proposal> {
    const { actor } = tx;
    const proposal = await this.proposals.lock(tx, id, actingOrganization(actor).id);
    if (!proposal || !may(actor, action, proposal, relationTo(actor, proposal))) throw new NotFound();
    return proposal;
  }

  private async isCounterpart(actor: Actor, id: string): Promise<boolean> {
    return (await this.audience?.isCounterpart(id, actingOrganization(actor).id)) ?? false;
  }
}
