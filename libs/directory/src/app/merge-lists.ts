import { Injectable } from '@nestjs/common';
import { type MergedLine, type MergedPair, MergePart } from '#libs/organizations';
import type { Transaction } from '#libs/platform/database';
import { SavedSearchRepository } from '../data/saved-search.repository.js';
import { ShortlistRepository } from '../data/shortlist.repository.js';

/**
 * Saved searches and shortlists go over; where others have put the second entry on a list, the first stands there.
 * Consent to export stays behind: the first has answered for itself.
 */
@Injectable()
export class MergeLists extends MergePart {
  constructor(
    private readonly searches: SavedSearchRepository,
    private readonly shortlists: ShortlistRepository,
  ) {
    super();
  }

  override async move(tx: Transaction, { fromId, intoId }: MergedPair): Promise<MergedLine[]> {
    const searches = await this.searches.moveAll(tx, fromId, intoId);
    const shortlists = await this.shortlists.moveAll(tx, fromId, intoId);
    const listed = await this.shortlists.replaceListed(tx, fromId, intoId);
    return [
      { record: 'saved-search', moved: searches, stayed: 0 },
      { record: 'shortlist', moved: shortlists, stayed: 0 },
      { record: 'shortlist-entry', ...listed },
    ];
  }
}
