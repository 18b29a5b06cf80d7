import { Injectable } from '@nestjs/common';
import type { MessageView } from '#libs/contracts';
import { type Actor, assertVersion, NotFound } from '#libs/kernel';
import { type Transaction, UnitOfWork } from '#libs/platform/database';
import { Files } from '#libs/platform/files';
import { MessageChangeRepository } from '../data/message-change.repository.js';
import { assertChangeable } from '../domain/message.js';
import { MessageChanges, type OpenMessage } from './message-changes.js';

/**
 * Takes the words of a message away, and what went with them. Its number stays, as a trace; what it said is kept
 * for a case of moderation and shown to nobody else.
 *
 * @throws NotFound for what is not one's own, StaleVersion 412, messaging/too-late 409
 */
@Injectable()
export class DeleteMessage {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly changes: MessageChangeRepository,
    private readonly messages: MessageChanges,
    private readonly files: Files,
  ) {}

  async execute(actor: Actor, conversationId: string, seq: number, revision: number): Promise<MessageView> {
    return this.unitOfWork.run(actor, async (tx) => {
      const open = await this.messages.openFor(tx, conversationId, seq, { takesBack: true });
      const { message } = open;
      if (message.senderId !== actor.personId || message.senderOrganizationId !== actor.organization?.id)
        throw new NotFound();
      assertVersion(message.revision, revision);
      assertChangeable(message.postedAt, new Date());
      return this.blank(tx, open, 'delete');
    });
  }

  /** For the secretariat, which decided that a reported message goes. Undefined when it is gone already. */
  async takeDown(tx: Transaction, conversationId: string, seq: number): Promise<MessageView | undefined> {
    const open = await this.messages.open(tx, conversationId, seq).catch((error: unknown) => {
      if (error instanceof NotFound) return undefined;
      throw error;
    });
    if (!open) return undefined;
    const { id: messageId, senderId, senderOrganizationId } = open.message;
    const source = { aggregateType: 'conversation', aggregateId: conversationId, seq };
    tx.emit('message.taken-down', source, {
      messageId,
      toPersonId: senderId,
      toOrganizationId: senderOrganizationId,
    });
    return this.blank(tx, open, 'take-down');
  }

  private async blank(tx: Transaction, open: OpenMessage, action: string): Promise<MessageView> {
    const { message } = open;
    const change = await this.changes.count(tx, message.conversationId);
    await this.changes.keepWording(tx, message, change);
    for (const { fileId } of message.details?.attachments ?? [])
      await this.files.detach(tx, 'message', message.id, fileId);
    return this.messages.close(tx, open, await this.changes.blank(tx, message, change), action);
  }
}
