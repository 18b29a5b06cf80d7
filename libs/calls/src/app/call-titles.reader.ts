import { Injectable } from '@nestjs/common';
import { Database } from '#libs/platform/database';
import { CallVersionRepository } from '../data/call-version.repository.js';

/** Titles of published calls, which everybody may read. */
@Injectable()
export class CallTitlesReader {
  constructor(
    private readonly database: Database,
    private readonly versions: CallVersionRepository,
  ) {}

  /** By id, of those that were published. */
  async byIds(ids: readonly string[]): Promise<Map<string, { title: string }>> {
    const found = await this.versions.newestOf(this.database, ids);
    return new Map(found.map(({ callId, content }) => [callId, { title: content.title }]));
  }
}
