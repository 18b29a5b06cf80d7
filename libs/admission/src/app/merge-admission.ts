import { Injectable } from '@nestjs/common';
import type { MergeObstacle } from '#libs/contracts';
import { type MergedLine, type MergedPair, MergePart } from '#libs/organizations';
import type { Reads, Transaction } from '#libs/platform/database';
import { AdmissionMergeRepository } from '../data/admission-merge.repository.js';

/**
 * An application must be decided before its organization is merged, and stays where it was made: it is the story of
 * that entry. Recommendations go over, given and received, unless the same two recommend each other already.
 */
@Injectable()
export class MergeAdmission extends MergePart {
  constructor(private readonly records: AdmissionMergeRepository) {
    super();
  }

  override async obstacles(reads: Reads, { fromId }: MergedPair): Promise<MergeObstacle[]> {
    return (await this.records.isUnderWay(reads, fromId)) ? ['application-under-way'] : [];
  }

  override async move(tx: Transaction, { fromId, intoId }: MergedPair): Promise<MergedLine[]> {
    const moved = await this.records.moveRecommendations(tx, fromId, intoId);
    return [{ record: 'recommendation', moved, stayed: await this.records.countGiven(tx, fromId) }];
  }
}
