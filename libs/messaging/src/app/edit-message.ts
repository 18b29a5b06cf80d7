import { Injectable } from '@nestjs/common';
import type { MessageView } from '#libs/contracts';
import { type Actor, assertVersion, NotFound } from '#libs/kernel';
import { UnitOfWork } from '#libs/platform/database';
import { MessageChangeRepository } from '../data/message-change.repository.js';
import { assertChangeable, assertPostable } from '../domain/message.js';
import { MessageChanges } from './message-changes.js';

/**
 * Words a message anew. Its number stays, what it said before is kept for those who take part.
 *
 * @throws NotFound for what is not one's own, StaleVersion 412, InvalidInput 422, messaging/too-late 409, messaging/not-open 409
 */
@Injectable()
export class EditMessage {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly changes: MessageChangeRepository,
    private readonly messages: MessageChanges,
  ) {}

  async execute(
    actor: Actor,
    { conversationId, seq }: { conversationId: string; seq: number },
    input: { body: string; language?: string | undefined },
    revision: number,
  ): Promise<MessageView> {
    assertPostable({ ...input, conversationId, clientMessageId: 'edit' });
    return this.unitOfWork.run(actor, async (tx) => {
      const open = await this.messages.openFor(tx, conversationId, seq);
      const { message } = open;
      if (message.senderId !== actor.personId || message.senderOrganizationId !== actor.organization?.id)
        throw new NotFound();
      assertVersion(message.revision, revision);
      assertChangeable(message.postedAt, new Date());

      const change = await this.changes.count(tx, conversationId);
      await this.changes.keepWording(tx, message, change);
      const { details } = message;
      const wording = { body: input.body, language: input.language ?? null, details, change };
      return this.messages.close(tx, open, await this.changes.reword(tx, message, wording), 'edit');
    });
  }
}
