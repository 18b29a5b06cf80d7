import { Injectable } from '@nestjs/common';
import { type MergedLine, type MergedPair, MergePart } from '#libs/organizations';
import type { Transaction } from '#libs/platform/database';
import { OpportunityRepository } from '../data/opportunity.repository.js';

/** Opportunities go over as they are; those that others read are told as changed, since they stand under another name. */
@Injectable()
export class MergeOpportunities extends MergePart {
  constructor(private readonly opportunities: OpportunityRepository) {
    super();
  }

  override async move(tx: Transaction, { fromId, intoId }: MergedPair): Promise<MergedLine[]> {
    const moved = await this.opportunities.moveAll(tx, fromId, intoId);
    for (const { id, version, state } of moved) {
      const source = { aggregateType: 'opportunity', aggregateId: id, seq: version, organizationId: intoId };
      if (state === 'published') tx.emit('opportunity.changed', source, {});
    }
    return [{ record: 'opportunity', moved: moved.length, stayed: 0 }];
  }
}
