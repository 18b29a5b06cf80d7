import { Injectable } from '@nestjs/common';
import { actingOrganization, type Actor } from '#libs/kernel';
import { UnitOfWork } from '#libs/platform/database';
import { ConversationRepository } from '../data/conversation.repository.js';
import { lastVisible } from '../domain/conversation.js';
import { ConversationAccess } from './conversation-access.js';
import { ConversationFeed } from './conversation-feed.js';

/** How a person keeps a conversation for themselves; what is left out stays. */
export interface Arrangement {
  /** Put away until something new is said. */
  readonly isArchived?: boolean | undefined;
  /** No notices, but where one is mentioned; and put away, it stays so. */
  readonly isMuted?: boolean | undefined;
}

/** Puts a conversation away or brings it back, mutes it or not, for oneself. @throws NotFound */
@Injectable()
export class ArrangeConversation {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly access: ConversationAccess,
    private readonly conversations: ConversationRepository,
    private readonly feed: ConversationFeed,
  ) {}

  async execute(actor: Actor, id: string, arrangement: Arrangement): Promise<void> {
    const seat = await this.access.load(actor, 'read', id);
    const own = { personId: actor.personId, organizationId: actingOrganization(actor).id };
    await this.unitOfWork.run(actor, async (tx) => {
      const { isArchived, isMuted = seat.isMuted } = arrangement;
      const archivedSeq =
        isArchived === undefined ? seat.archivedSeq : isArchived ? lastVisible(seat, seat.lastSeq) : null;
      await this.conversations.arrange(tx, id, own, { archivedSeq, isMuted });
      tx.audit({ action: 'conversation.arrange', entityType: 'conversation', entityId: id });
      // Their other devices put it away too.
      tx.afterCommit(() => this.feed.changed(id, [own]));
    });
  }
}
