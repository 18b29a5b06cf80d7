import { Injectable } from '@nestjs/common';
import { type Actor, actingOrganization, NotFound } from '#libs/kernel';
import { Database, type Transaction } from '#libs/platform/database';
import { ProposalRepository } from '../data/proposal.repository.js';
import { PUBLIC_PROPOSAL_STATES, type PublicProposalState } from '../domain/proposal-states.js';
import type { Proposal, ProposalVersion } from '../domain/proposal.js';
import { ProposalAccess } from './proposal-access.js';
import { ProposalKeepers } from './proposal-keepers.js';

/** Beyond this a total says "or more". */
const TOTAL_CAP = 1000;

/** All reads of proposals. */
@Injectable()
export class ProposalsReader {
  constructor(
    private readonly database: Database,
    private readonly proposals: ProposalRepository,
    private readonly access: ProposalAccess,
    private readonly keepers: ProposalKeepers,
  ) {}

  /** For other features: proposals by id, in any state, unknown ids left out. Asks no permission. */
  async byIds(ids: readonly string[]): Promise<Map<string, Proposal>> {
    const found = ids.length === 0 ? [] : await this.proposals.findMany(this.database, ids);
    return new Map(found.map((proposal) => [proposal.id, proposal]));
  }

  /** The same, as they stay until `tx` ends. */
  async heldByIds(tx: Transaction, ids: readonly string[]): Promise<Map<string, Proposal>> {
    const found = ids.length === 0 ? [] : await this.proposals.hold(tx, ids);
    return new Map(found.map((held) => [held.id, held]));
  }

  /**
   * For other features: everything that was handed in and not withdrawn, of these organizations or of all, by id.
   * Asks no permission.
   */
  async submitted(organizationIds: readonly string[] | null = null): Promise<Proposal[]> {
    return this.proposals.submitted(this.database, organizationIds);
  }

  /** For other features: those of these persons who learn nothing of a proposal by a seat alone. */
  async keptFrom(personIds: readonly string[], id: string): Promise<Set<string>> {
    const proposal = (await this.byIds([id])).get(id);
    return proposal ? this.keepers.keptFrom(this.database, personIds, proposal) : new Set();
  }

  /** One proposal the actor may read. */
  async one(actor: Actor, id: string): Promise<Proposal> {
    return this.access.load(actor, 'read', id);
  }

  /** Proposals of the acting organization, newest first, after the one with id `after`; of all states if none is named. */
  async own(
    actor: Actor,
    filter: { states: readonly PublicProposalState[]; after: string | undefined; limit: number },
  ): Promise<Proposal[]> {
    return this.proposals.slice(this.database, {
      organizationId: actingOrganization(actor).id,
      states: orAll(filter.states),
      after: filter.after ?? null,
      limit: filter.limit,
    });
  }

  /** How many {@link own} would list, counted up to 1,000. */
  async countOwn(
    actor: Actor,
    states: readonly PublicProposalState[],
  ): Promise<{ total: number; totalCapped: boolean }> {
    const { id } = actingOrganization(actor);
    const total = await this.proposals.count(this.database, id, orAll(states), TOTAL_CAP + 1);
    return { total: Math.min(total, TOTAL_CAP), totalCapped: total > TOTAL_CAP };
  }

  /** The frozen versions of a proposal the actor may read, oldest first. */
  async versions(actor: Actor, id: string): Promise<ProposalVersion[]> {
    await this.access.load(actor, 'read', id);
    return this.proposals.versions(this.database, id);
  }

  /** One frozen version; {@link NotFound} when there is none with that number. */
  async version(actor: Actor, id: string, number: number): Promise<ProposalVersion> {
    await this.access.load(actor, 'read', id);
    const [version] = await this.proposals.versions(this.database, id, number);
    if (!version) throw new NotFound();
    return version;
  }
}

function orAll(states: readonly PublicProposalState[]): readonly PublicProposalState[] {
  return states.length > 0 ? states : PUBLIC_PROPOSAL_STATES;
}
