import { Injectable } from '@nestjs/common';
import { type Actor, actingOrganization } from '#libs/kernel';
import { UnitOfWork } from '#libs/platform/database';
import { PartnerRepository } from '../data/partner.repository.js';
import { assertOpen } from '../domain/open-fields.js';
import { ContentChanged, WrongPart } from '../domain/proposal.errors.js';
import type { Proposal } from '../domain/proposal.js';
import { auditPart } from './consortium-desk.js';
import { PartnerSeats } from './partner-seats.js';
import { sourceOf } from './proposal-steps.js';
import { SignedContents } from './signed-contents.js';

/**
 * A partner organization stands behind the exact content with this hash. The lead needs every partner's word to hand
 * the proposal in; a later change of content takes it off.
 *
 * @throws NotFound, WrongPart 409, ProposalNotEditable 409, ContentChanged 409 with the current hash
 */
@Injectable()
export class SignOffProposal {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly seats: PartnerSeats,
    private readonly contents: SignedContents,
    private readonly partners: PartnerRepository,
  ) {}

  async execute(actor: Actor, id: string, sha256: string): Promise<Proposal> {
    const { id: byOrganizationId } = actingOrganization(actor);
    return this.unitOfWork.run(actor, async (tx) => {
      const { proposal, partner } = await this.seats.lock(tx, id);
      if (partner.state !== 'accepted') throw new WrongPart(partner.state);
      assertOpen(proposal, []);
      const current = await this.contents.of(tx, proposal);
      if (current.sha256 !== sha256) throw new ContentChanged(current.sha256);
      if (partner.signedSha256 === sha256) throw new WrongPart('signed');
      if (!(await this.partners.sign(tx, partner.id, sha256))) throw new WrongPart(partner.state);
      auditPart(tx, proposal, 'sign-off');
      tx.emit('proposal.signed-off', sourceOf(proposal), { byOrganizationId });
      return proposal;
    });
  }
}
