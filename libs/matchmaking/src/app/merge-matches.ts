import { Injectable } from '@nestjs/common';
import { type MergedLine, type MergedPair, MergePart } from '#libs/organizations';
import type { Transaction } from '#libs/platform/database';
import { MatchMergeRepository } from '../data/match-merge.repository.js';

/**
 * Matches go with what they are about, and what was written about them goes along. Those of the second entry as a
 * whole go where the first has no match with the same counterpart; those between the two end with the second.
 */
@Injectable()
export class MergeMatches extends MergePart {
  constructor(private readonly matches: MatchMergeRepository) {
    super();
  }

  override async move(tx: Transaction, { fromId, intoId }: MergedPair): Promise<MergedLine[]> {
    const ids = await this.matches.move(tx, fromId, intoId);
    const interests = await this.matches.moveInterests(tx, fromId, intoId, ids);
    const left = await this.matches.countOf(tx, fromId);
    return [
      { record: 'match', moved: ids.length, stayed: left.matches },
      { record: 'interest', moved: interests, stayed: left.interests },
    ];
  }
}
