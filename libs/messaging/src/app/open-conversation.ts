import { Injectable } from '@nestjs/common';
import { newId, type Transaction } from '#libs/platform/database';
import { ConversationRepository } from '../data/conversation.repository.js';
import { RoomRepository } from '../data/room.repository.js';
import type { ConversationMember, ConversationSubject, PinnedFact } from '../domain/conversation.js';
import { ConversationMembers } from './conversation-members.js';
import { ConversationFeed } from './conversation-feed.js';

export interface OpenConversationInput {
  readonly about: ConversationSubject;
  /** At least two; each pair of person and organization once. */
  readonly participants: readonly ConversationMember[];
  readonly facts: readonly PinnedFact[];
  /** What it is called, in one language; by the names of its people when left out. */
  readonly title?: { readonly text: string; readonly language: string | null } | undefined;
}

/**
 * Opens a conversation inside the unit of work of the feature that brings people together, so that, say, an
 * accepted interest and its conversation exist both or not at all. Whether these people may talk is decided by
 * that feature. What it is about has one conversation: opened again, the first is answered, and people who are
 * new take part in it from now on.
 */
@Injectable()
export class OpenConversation {
  constructor(
    private readonly conversations: ConversationRepository,
    private readonly rooms: RoomRepository,
    private readonly members: ConversationMembers,
    private readonly feed: ConversationFeed,
  ) {}

  /** Answers the id of the conversation. */
  async execute(tx: Transaction, input: OpenConversationInput): Promise<string> {
    const id = newId();
    if (!(await this.conversations.insert(tx, { ...input, id }))) return this.reopen(tx, input);
    await this.conversations.insertParticipants(tx, id, input.participants);
    tx.audit({ action: 'conversation.open', entityType: 'conversation', entityId: id });
    // Messages count from 1 under the same aggregate, so the opening is number 0.
    tx.emit('conversation.opened', { aggregateType: 'conversation', aggregateId: id, seq: 0 }, {});
    tx.afterCommit(() => this.feed.opened(id, input.participants));
    return id;
  }

  private async reopen(tx: Transaction, { about, participants }: OpenConversationInput): Promise<string> {
    const room = await this.rooms.lockAbout(tx, about);
    if (!room) throw new Error('A conversation vanished that was there a moment ago.');
    // Whoever gave away a seat among two was no part of what was said since.
    await this.members.add(tx, room.id, participants, { sees: about.type === 'direct' ? 'from-now' : 'all' });
    return room.id;
  }
}
