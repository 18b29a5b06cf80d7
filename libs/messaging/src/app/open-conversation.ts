import { Injectable } from '@nestjs/common';
import { newId, type Transaction } from '#libs/platform/database';
import { ConversationRepository } from '../data/conversation.repository.js';
import type { ConversationMember, ConversationSubject, PinnedFact } from '../domain/conversation.js';
import { ConversationFeed } from './conversation-feed.js';

export interface OpenConversationInput {
  readonly about: ConversationSubject;
  /** At least two; each pair of person and organization once. */
  readonly participants: readonly ConversationMember[];
  readonly facts: readonly PinnedFact[];
}

/**
 * Opens a conversation inside the unit of work of the feature that brings people together, so that, say, an
 * accepted interest and its conversation exist both or not at all. Whether these people may talk is decided
 * by that feature. Answers the id of the conversation.
 */
@Injectable()
export class OpenConversation {
  constructor(
    private readonly conversations: ConversationRepository,
    private readonly feed: ConversationFeed,
  ) {}

  async execute(tx: Transaction, input: OpenConversationInput): Promise<string> {
    const id = newId();
    await this.conversations.insert(tx, { id, about: input.about, facts: input.facts });
    await this.conversations.insertParticipants(tx, id, input.participants);
    tx.audit({ action: 'conversation.open', entityType: 'conversation', entityId: id });
    // Messages count from 1 under the same aggregate, so the opening is number 0.
    tx.emit('conversation.opened', { aggregateType: 'conversation', aggregateId: id, seq: 0 }, {});
    tx.afterCommit(() => this.feed.opened(id, input.participants));
    return id;
  }
}
