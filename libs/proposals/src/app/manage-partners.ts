import { Injectable } from '@nestjs/common';
import { type Actor, assertVersion, nextState, NotFound, saidOrNull } from '#libs/kernel';
import { OrganizationsReader } from '#libs/organizations';
import { type Transaction, UnitOfWork } from '#libs/platform/database';
import { CoauthorRepository } from '../data/coauthor.repository.js';
import { PartnerRepository } from '../data/partner.repository.js';
import { partnerTransitions, type ProposalPartner } from '../domain/consortium.js';
import { AlreadyTakesPart, NoSuchPartner, TooMany, WrongPart } from '../domain/proposal.errors.js';
import type { Proposal } from '../domain/proposal.js';
import { CallEntry } from './call-entry.js';
import { ConsortiumDesk } from './consortium-desk.js';
import { sourceOf } from './proposal-steps.js';

/** Organizations beside the lead. */
const MAX_PARTNERS = 30;

/** What a partner does, and its part of the budget. */
export interface PartnerPart {
  readonly task: string | null;
  /** In the currency of the budget. */
  readonly shareMinor: number | null;
}

/**
 * The lead gathers its consortium: invites, says who does what for which share, and takes partners off again.
 *
 * @throws NotFound, ProposalNotEditable 409, FieldsClosed 409, AlreadyTakesPart 409, WrongPart 409, NoSuchPartner 422,
 * RunsTheCall 422, TooMany 422
 */
@Injectable()
export class ManagePartners {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly desk: ConsortiumDesk,
    private readonly partners: PartnerRepository,
    private readonly coauthors: CoauthorRepository,
    private readonly organizations: OrganizationsReader,
    private readonly call: CallEntry,
  ) {}

  async invite(actor: Actor, id: string, organizationId: string, part: PartnerPart): Promise<Proposal> {
    return this.unitOfWork.run(actor, async (tx) => {
      const proposal = await this.desk.open(tx, id, 'partners');
      if (organizationId === proposal.organizationId) throw new AlreadyTakesPart('partner');
      const card = (await this.organizations.cards([organizationId], tx)).get(organizationId);
      if (card?.state !== 'active' || card.kind === 'secretariat') throw new NoSuchPartner();
      this.call.assertMayJoin(proposal, organizationId);
      await this.seat(tx, proposal, organizationId, part);
      const changed = await this.desk.changed(tx, proposal, 'invite-partner');
      tx.emit('proposal.partner-invited', sourceOf(changed), { toOrganizationId: organizationId });
      return changed;
    });
  }

  async describe(
    actor: Actor,
    id: string,
    organizationId: string,
    part: PartnerPart,
    version: number,
  ): Promise<Proposal> {
    return this.unitOfWork.run(actor, async (tx) => {
      const proposal = await this.desk.open(tx, id, 'partners');
      const partner = await this.current(tx, id, organizationId);
      assertVersion(proposal.version, version);
      await this.partners.describe(tx, partner.id, tidy(part));
      return this.desk.changed(tx, proposal, 'describe-partner');
    });
  }

  async remove(actor: Actor, id: string, organizationId: string): Promise<Proposal> {
    return this.unitOfWork.run(actor, async (tx) => {
      const proposal = await this.desk.open(tx, id, 'partners');
      const partner = await this.partners.find(tx, id, organizationId);
      if (!partner) throw new NotFound();
      const { from, to: state } = partnerTransitions.transitions.remove;
      if (!from.includes(partner.state)) throw new WrongPart(partner.state);
      if (!(await this.partners.move(tx, partner, state))) throw new WrongPart(partner.state);
      await this.coauthors.removeOf(tx, id, organizationId);
      await this.desk.room.dismiss(tx, proposal, organizationId);
      const changed = await this.desk.changed(tx, proposal, 'remove-partner');
      tx.emit('proposal.partner-removed', sourceOf(changed), { toOrganizationId: organizationId });
      return changed;
    });
  }

  private async seat(
    tx: Transaction,
    { id: proposalId }: Proposal,
    organizationId: string,
    part: PartnerPart,
  ): Promise<void> {
    const all = await this.partners.of(tx, [proposalId]);
    const known = all.find((partner) => partner.organizationId === organizationId);
    if (known && isCurrent(known)) throw new AlreadyTakesPart('partner', known.state);
    if (all.filter(isCurrent).length >= MAX_PARTNERS) throw new TooMany('/organizationId', MAX_PARTNERS);
    if (!known) {
      await this.partners.invite(tx, { proposalId, organizationId, ...tidy(part) });
      return;
    }
    const state = nextState(partnerTransitions, known.state, 'invite-again');
    if (!(await this.partners.move(tx, known, state))) throw new WrongPart(known.state);
    await this.partners.describe(tx, known.id, tidy(part));
  }

  private async current(tx: Transaction, id: string, organizationId: string): Promise<ProposalPartner> {
    const partner = await this.partners.find(tx, id, organizationId);
    if (!partner || !isCurrent(partner)) throw new NotFound();
    return partner;
  }
}

const isCurrent = ({ state }: ProposalPartner): boolean => state === 'invited' || state === 'accepted';

const tidy = ({ task, shareMinor }: PartnerPart): PartnerPart => ({ task: saidOrNull(task), shareMinor });
