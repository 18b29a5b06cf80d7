import { Inject, Injectable, Optional } from '@nestjs/common';
import { type Actor, actingOrganization, NotFound } from '#libs/kernel';
import { Database, type Reads, type Transaction } from '#libs/platform/database';
import { ProposalRepository } from '../data/proposal.repository.js';
import { StandingRepository } from '../data/standing.repository.js';
import type { ProposalPart } from '../domain/consortium.js';
import type { Proposal } from '../domain/proposal.js';
import {
  hasPart,
  may,
  type ProposalAction,
  type ProposalRelation,
  relationTo,
  type Standing,
} from '../domain/proposal.policy.js';
import { assertOpen } from '../domain/open-fields.js';
import { mayComment } from '../domain/section-comment.js';
import { ProposalAudience } from './proposal-audience.js';
import { ProposalKeepers } from './proposal-keepers.js';

interface Related {
  readonly proposal: Proposal;
  readonly relation: ProposalRelation;
  /** Not asked for own proposals. */
  readonly standing: Standing | undefined;
}

/** The only way a request obtains a proposal. Absent and not yours are the same {@link NotFound}. */
@Injectable()
export class ProposalAccess {
  constructor(
    private readonly database: Database,
    private readonly proposals: ProposalRepository,
    private readonly standings: StandingRepository,
    private readonly keepers: ProposalKeepers,
    @Optional() @Inject(ProposalAudience) private readonly audience: ProposalAudience | undefined,
  ) {}

  /** A proposal to read. */
  async load(actor: Actor, action: 'read', id: string): Promise<Proposal> {
    return (await this.loadRelated(actor, action, id)).proposal;
  }

  /** … and how the acting organization stands to it. */
  async loadRelated(actor: Actor, action: 'read', id: string): Promise<Related> {
    const proposal = await this.proposals.find(this.database, id);
    if (!proposal) throw new NotFound();
    let relation = relationTo(actor, proposal);
    let standing: Standing | undefined;
    if (relation !== 'own') {
      standing = await this.standingOf(this.database, actor, id);
      relation = relationTo(actor, proposal, false, standing);
    }
    if (relation === 'stranger') relation = relationTo(actor, proposal, await this.isCounterpart(actor, id));
    await this.assertMayRead(this.database, actor, { proposal, relation, standing });
    return { proposal, relation, standing };
  }

  /** A proposal to change, locked until `tx` ends. Nobody without a part in it ever holds its row. */
  async lock(tx: Transaction, action: Exclude<ProposalAction, 'read'>, id: string): Promise<Proposal> {
    const { actor } = tx;
    const own = await this.proposals.lock(tx, id, actingOrganization(actor).id);
    if (own) {
      if (!may(actor, action, own, relationTo(actor, own))) throw new NotFound();
      return own;
    }
    const { proposal, standing } = await this.lockPart(tx, id);
    if (!may(actor, action, proposal, relationTo(actor, proposal, false, standing))) throw new NotFound();
    return proposal;
  }

  /**
   * A proposal in which the acting organization takes part, is invited to, or is asked for a letter; locked. Who could
   * not read it answers nothing either.
   */
  async lockPart(tx: Transaction, id: string): Promise<{ proposal: Proposal; standing: Standing }> {
    const { partner, letter } = await this.standingOf(tx, tx.actor, id);
    const proposal = partner || letter ? await this.proposals.lockAny(tx, id) : undefined;
    if (!proposal) throw new NotFound();
    // Read again under the lock: what has changed meanwhile counts.
    const standing = await this.standingOf(tx, tx.actor, id);
    const relation = relationTo(tx.actor, proposal, false, standing);
    if (await this.isKept(tx, tx.actor, { proposal, relation, standing })) throw new NotFound();
    return { proposal, standing };
  }

  /** Those of the parts of which the acting person may know; none that could be answered, but not read. */
  async known(actor: Actor, parts: readonly ProposalPart[]): Promise<ProposalPart[]> {
    const unsettled = parts.filter(({ partner, letter }) => partner !== 'accepted' && letter !== 'given');
    if (unsettled.length === 0) return [...parts];
    const found = await this.proposals.findMany(
      this.database,
      unsettled.map(({ proposalId }) => proposalId),
    );
    const proposals = new Map(found.map((proposal) => [proposal.id, proposal]));
    const kept = new Set<ProposalPart>();
    for (const part of unsettled) {
      const proposal = proposals.get(part.proposalId);
      const standing: Standing = { partner: part.partner, letter: part.letter, coauthor: null };
      const relation = proposal && relationTo(actor, proposal, false, standing);
      if (!relation || (await this.isKept(this.database, actor, { proposal, relation, standing })))
        kept.add(part);
    }
    return parts.filter((part) => !kept.has(part));
  }

  /** A proposal of the consortium, and how the acting organization and person stand to it, also to their own. */
  async loadStanding(
    reads: Reads,
    actor: Actor,
    id: string,
  ): Promise<{ proposal: Proposal; relation: ProposalRelation; standing: Standing }> {
    const proposal = await this.proposals.find(reads, id);
    if (!proposal) throw new NotFound();
    const standing = await this.standingOf(reads, actor, id);
    const relation = relationTo(actor, proposal, false, standing);
    await this.assertMayRead(reads, actor, { proposal, relation, standing });
    return { proposal, relation, standing };
  }

  /**
   * A proposal whose people talk about it, locked until `tx` ends.
   *
   * @throws NotFound, ProposalNotEditable 409
   */
  async lockToComment(tx: Transaction, id: string): Promise<Proposal> {
    const { relation, standing } = await this.loadStanding(tx, tx.actor, id);
    if (!mayComment(tx.actor, relation, standing)) throw new NotFound();
    const proposal = await this.proposals.lockAny(tx, id);
    if (!proposal) throw new NotFound();
    assertOpen(proposal, []);
    return proposal;
  }

  private async assertMayRead(reads: Reads, actor: Actor, related: Related): Promise<void> {
    if (!may(actor, 'read', related.proposal, related.relation)) throw new NotFound();
    if (await this.isKept(reads, actor, related)) throw new NotFound();
  }

  /** Whoever has no part in it comes to it by a seat alone, and may have a duty that keeps it from them. */
  private async isKept(
    reads: Reads,
    actor: Actor,
    { proposal, relation, standing }: Related,
  ): Promise<boolean> {
    if (hasPart(proposal, relation, standing)) return false;
    return this.keepers.keep(reads, actor.personId, proposal);
  }

  private async standingOf(reads: Reads, actor: Actor, id: string): Promise<Standing> {
    return this.standings.of(reads, id, actingOrganization(actor).id, actor.personId);
  }

  private async isCounterpart(actor: Actor, id: string): Promise<boolean> {
    return (await this.audience?.isCounterpart(id, actingOrganization(actor).id)) ?? false;
  }
}
