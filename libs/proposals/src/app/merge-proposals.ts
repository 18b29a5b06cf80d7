import { Injectable } from '@nestjs/common';
import { type MergedLine, type MergedPair, MergePart } from '#libs/organizations';
import type { Transaction } from '#libs/platform/database';
import { ProposalRepository } from '../data/proposal.repository.js';

/** Proposals go over as they are, what was handed in with its seal. */
@Injectable()
export class MergeProposals extends MergePart {
  constructor(private readonly proposals: ProposalRepository) {
    super();
  }

  override async move(tx: Transaction, { fromId, intoId }: MergedPair): Promise<MergedLine[]> {
    return [{ record: 'proposal', moved: await this.proposals.moveAll(tx, fromId, intoId), stayed: 0 }];
  }
}
