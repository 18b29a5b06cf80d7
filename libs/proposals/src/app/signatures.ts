import { Injectable } from '@nestjs/common';
import type { Transaction } from '#libs/platform/database';
import { PartnerRepository } from '../data/partner.repository.js';
import { ProposalRepository } from '../data/proposal.repository.js';
import type { Proposal } from '../domain/proposal.js';
import { sourceOf } from './proposal-steps.js';
import { SignedContents } from './signed-contents.js';

/** What partners have signed counts for that very content. */
@Injectable()
export class Signatures {
  constructor(
    private readonly contents: SignedContents,
    private readonly partners: PartnerRepository,
    private readonly proposals: ProposalRepository,
  ) {}

  /** After a change of content: takes off every signature for another one, and tells those who had signed. */
  async keepCurrent(tx: Transaction, proposalId: string): Promise<Proposal> {
    const proposal = await this.proposals.get(tx, proposalId);
    const { partners, sha256 } = await this.contents.of(tx, proposal);
    if (partners.every(({ signedSha256 }) => signedSha256 === null)) return proposal;
    for (const toOrganizationId of await this.partners.voidSignatures(tx, proposalId, sha256)) {
      tx.audit({
        action: 'proposal.void-sign-off',
        entityType: 'proposal',
        entityId: proposalId,
        organizationId: toOrganizationId,
      });
      tx.emit('proposal.sign-off-voided', sourceOf(proposal), { toOrganizationId });
    }
    return proposal;
  }
}
