import { Injectable } from '@nestjs/common';
import { type MergedLine, type MergedPair, MergePart } from '#libs/organizations';
import type { Transaction } from '#libs/platform/database';
import { EngagementRepository } from '../data/engagement.repository.js';

/** Engagements go over as they are; what was signed keeps naming who signed it then. */
@Injectable()
export class MergeEngagements extends MergePart {
  constructor(private readonly engagements: EngagementRepository) {
    super();
  }

  override async move(tx: Transaction, { fromId, intoId }: MergedPair): Promise<MergedLine[]> {
    return [{ record: 'engagement', moved: await this.engagements.moveAll(tx, fromId, intoId), stayed: 0 }];
  }
}
