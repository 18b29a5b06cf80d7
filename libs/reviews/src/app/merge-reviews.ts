import { Injectable } from '@nestjs/common';
import { type MergedLine, type MergedPair, MergePart } from '#libs/organizations';
import type { Transaction } from '#libs/platform/database';
import { ReviewerRepository } from '../data/reviewer.repository.js';

/** Who reviews for an organization, and what was reviewed and decided for it, goes over with its people. */
@Injectable()
export class MergeReviews extends MergePart {
  constructor(private readonly reviewers: ReviewerRepository) {
    super();
  }

  override async move(tx: Transaction, { fromId, intoId }: MergedPair): Promise<MergedLine[]> {
    return [{ record: 'review', moved: await this.reviewers.moveAll(tx, fromId, intoId), stayed: 0 }];
  }
}
