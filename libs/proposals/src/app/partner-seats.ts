import { Injectable } from '@nestjs/common';
import { actingOrganization, NotFound } from '#libs/kernel';
import type { Transaction } from '#libs/platform/database';
import { PartnerRepository } from '../data/partner.repository.js';
import type { ProposalPartner } from '../domain/consortium.js';
import type { Proposal } from '../domain/proposal.js';
import { ProposalAccess } from './proposal-access.js';

/** The place of the acting organization in a consortium. */
@Injectable()
export class PartnerSeats {
  constructor(
    private readonly access: ProposalAccess,
    private readonly partners: PartnerRepository,
  ) {}

  /** Proposal and place, locked until `tx` ends. @throws NotFound, also for who was taken off */
  async lock(tx: Transaction, id: string): Promise<{ proposal: Proposal; partner: ProposalPartner }> {
    const { proposal } = await this.access.lockPart(tx, id);
    const partner = await this.partners.find(tx, id, actingOrganization(tx.actor).id);
    if (!partner || partner.state === 'removed') throw new NotFound();
    return { proposal, partner };
  }
}
