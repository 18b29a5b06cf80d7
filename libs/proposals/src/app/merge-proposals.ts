import { Injectable } from '@nestjs/common';
import { type MergedLine, type MergedPair, MergePart } from '#libs/organizations';
import type { Transaction } from '#libs/platform/database';
import { MergedConsortiumRepository } from '../data/merged-consortium.repository.js';
import { ProposalCommentRepository } from '../data/proposal-comment.repository.js';
import { ProposalRepository } from '../data/proposal.repository.js';
import { isWritable } from '../domain/proposal-states.js';
import { auditPart } from './consortium-desk.js';
import { Signatures } from './signatures.js';

/**
 * Proposals go over as they are, what was handed in with its seal; so do places in others' consortia, letters and who
 * writes along. Where the other has a place already, or leads, that one counts. What is still written names another
 * organization then, so that it is signed anew.
 */
@Injectable()
export class MergeProposals extends MergePart {
  constructor(
    private readonly proposals: ProposalRepository,
    private readonly consortia: MergedConsortiumRepository,
    private readonly comments: ProposalCommentRepository,
    private readonly signatures: Signatures,
  ) {
    super();
  }

  override async move(tx: Transaction, { fromId, intoId }: MergedPair): Promise<MergedLine[]> {
    const concerned = await this.consortia.lockConcerned(tx, fromId);
    const moved = await this.proposals.moveAll(tx, fromId, intoId);
    const places = await this.consortia.movePlaces(tx, 'proposal_partner', fromId, intoId);
    const letters = await this.consortia.movePlaces(tx, 'proposal_letter', fromId, intoId);
    await this.consortia.endPlaces(tx, fromId);
    await this.consortia.moveCoauthors(tx, fromId, intoId);
    await this.comments.moveAll(tx, fromId, intoId);
    await this.consortia.rename(tx, concerned, fromId, intoId);
    for (const id of concerned) {
      const proposal = await this.proposals.get(tx, id);
      auditPart(tx, proposal, 'merge-organizations');
      if (isWritable(proposal.state)) await this.signatures.keepCurrent(tx, id);
    }
    return [
      { record: 'proposal', moved, stayed: 0 },
      { record: 'consortium-place', ...places },
      { record: 'letter-of-support', ...letters },
    ];
  }
}
