import { Injectable } from '@nestjs/common';
import { actingOrganization, type Actor } from '#libs/kernel';
import { Database } from '#libs/platform/database';
import { type FoundMessage, MessageSearchRepository } from '../data/message-search.repository.js';
import { searchTerms } from '../domain/searchable.js';
export type { FoundMessage } from '../data/message-search.repository.js';
import { IndexMessages } from './index-messages.js';

/** The search in messages: inside words of every script, and only in what the reader may see. */
@Injectable()
export class MessageSearch {
  constructor(
    private readonly database: Database,
    private readonly index: IndexMessages,
    private readonly messages: MessageSearchRepository,
  ) {}

  /** Latest first. Nothing for a query of punctuation alone. */
  async search(
    actor: Actor,
    query: { text: string; conversationId: string | null; before: string | null; limit: number },
  ): Promise<FoundMessage[]> {
    const terms = searchTerms(query.text);
    if (!terms) return [];
    const reader = { personId: actor.personId, organizationId: actingOrganization(actor).id };
    await this.index.forReader(reader);
    return this.messages.search(this.database, reader, { ...query, ...terms });
  }
}
