import { Injectable } from '@nestjs/common';
import { type Actor, actingOrganization } from '#libs/kernel';
import { UnitOfWork } from '#libs/platform/database';
import { CoauthorRepository } from '../data/coauthor.repository.js';
import { PartnerRepository } from '../data/partner.repository.js';
import { partnerTransitions } from '../domain/consortium.js';
import { assertOpen } from '../domain/open-fields.js';
import { WrongPart } from '../domain/proposal.errors.js';
import type { Proposal } from '../domain/proposal.js';
import { CallEntry } from './call-entry.js';
import { ConsortiumDesk } from './consortium-desk.js';
import { sourceOf } from './proposal-steps.js';
import { PartnerSeats } from './partner-seats.js';

/**
 * An organization answers the invitation to a consortium, and leaves it while the proposal can still be changed.
 *
 * @throws NotFound, WrongPart 409, ProposalNotEditable 409, RunsTheCall 422
 */
@Injectable()
export class TakePart {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly seats: PartnerSeats,
    private readonly partners: PartnerRepository,
    private readonly coauthors: CoauthorRepository,
    private readonly desk: ConsortiumDesk,
    private readonly call: CallEntry,
  ) {}

  async accept(actor: Actor, id: string): Promise<Proposal> {
    return this.answer(actor, id, 'accept');
  }

  async decline(actor: Actor, id: string): Promise<Proposal> {
    return this.answer(actor, id, 'decline');
  }

  /** Those who wrote along for it no longer do. */
  async leave(actor: Actor, id: string): Promise<Proposal> {
    return this.answer(actor, id, 'leave');
  }

  private async answer(actor: Actor, id: string, verb: 'accept' | 'decline' | 'leave'): Promise<Proposal> {
    const { id: byOrganizationId } = actingOrganization(actor);
    return this.unitOfWork.run(actor, async (tx) => {
      const { proposal, partner } = await this.seats.lock(tx, id);
      const { from, to } = partnerTransitions.transitions[verb];
      if (!from.includes(partner.state)) throw new WrongPart(partner.state);
      assertOpen(proposal, verb === 'decline' ? [] : ['partners']);
      if (verb === 'accept') this.call.assertMayJoin(proposal, byOrganizationId);
      if (!(await this.partners.move(tx, partner, to))) throw new WrongPart(partner.state);
      if (verb === 'leave') {
        await this.coauthors.removeOf(tx, id, byOrganizationId);
        await this.desk.room.dismiss(tx, proposal, byOrganizationId);
      }
      if (verb === 'accept') {
        await this.call.concern(tx, proposal, byOrganizationId);
        await this.desk.room.admit(tx, proposal, byOrganizationId);
      }
      const changed = await this.desk.changed(tx, proposal, `partner-${verb}`);
      tx.emit(`proposal.partner-${EVENT_OF[verb]}`, sourceOf(changed), { byOrganizationId });
      return changed;
    });
  }
}

const EVENT_OF = { accept: 'accepted', decline: 'declined', leave: 'left' } as const;
