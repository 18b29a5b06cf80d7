import { Injectable } from '@nestjs/common';
import type { Transaction } from '#libs/platform/database';
import { type MatchesFound, RefreshMatches } from './refresh-matches.js';
import { SubjectsReader } from './subjects.reader.js';

/**
 * Brings everything of an organization up to date that is matched: when it begins to take part it gets its first
 * matches, when it ceases to they are retired.
 */
@Injectable()
export class RefreshOrganization {
  constructor(
    private readonly subjects: SubjectsReader,
    private readonly refreshMatches: RefreshMatches,
  ) {}

  /** Reads and ranks; writes nothing. */
  async prepare(organizationId: string): Promise<MatchesFound[]> {
    const found: MatchesFound[] = [];
    for (const subject of await this.subjects.ofOrganization(organizationId)) {
      const matches = await this.refreshMatches.prepare(subject);
      if (matches) found.push(matches);
    }
    return found;
  }

  async write(tx: Transaction, found: readonly MatchesFound[]): Promise<void> {
    for (const matches of found) await this.refreshMatches.write(tx, matches);
  }
}
