import { Injectable } from '@nestjs/common';
import { Database, type Transaction } from '#libs/platform/database';
import { SavedSearchHitRepository, type UntoldSearch } from '../data/saved-search-hit.repository.js';
import type { Alert } from '../domain/saved-search.js';

const AT_ONCE = 500;

/** Tells people what their saved searches have found: each thing once, and of many things together. */
@Injectable()
export class TellFound {
  constructor(
    private readonly database: Database,
    private readonly hits: SavedSearchHitRepository,
  ) {}

  /** Searches with something to tell now. */
  async prepare(alert: Exclude<Alert, 'off'>): Promise<UntoldSearch[]> {
    return this.hits.untold(this.database, alert, AT_ONCE);
  }

  /** Marks what is told and announces it. What has been hidden again meanwhile is not told. */
  async write(tx: Transaction, searches: readonly UntoldSearch[]): Promise<void> {
    for (const { id, personId, organizationId, version } of searches) {
      if ((await this.hits.tell(tx, id)) === 0) continue;
      const source = { aggregateType: 'saved-search', aggregateId: id, seq: version, organizationId };
      tx.emit('saved-search.found', source, { fromPersonId: personId });
    }
  }
}
