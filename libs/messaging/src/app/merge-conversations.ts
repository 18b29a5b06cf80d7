import { Injectable } from '@nestjs/common';
import { type MergedLine, type MergedPair, MergePart } from '#libs/organizations';
import type { Transaction } from '#libs/platform/database';
import { ContactRepository } from '../data/contact.repository.js';
import { ConversationRepository } from '../data/conversation.repository.js';

/**
 * Who took part for the second entry takes part for the first, in the same conversations and with the same messages;
 * a seat in a conversation that the person has there already stays behind.
 */
@Injectable()
export class MergeConversations extends MergePart {
  constructor(
    private readonly conversations: ConversationRepository,
    private readonly contacts: ContactRepository,
  ) {
    super();
  }

  override async move(tx: Transaction, { fromId, intoId }: MergedPair): Promise<MergedLine[]> {
    const moved = await this.conversations.moveParticipants(tx, fromId, intoId);
    await this.contacts.moveOrganization(tx, fromId, intoId);
    const stayed = await this.conversations.countOf(tx, fromId);
    return [{ record: 'conversation', moved, stayed }];
  }
}
