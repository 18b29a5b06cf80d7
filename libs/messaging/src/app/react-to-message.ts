import { Injectable } from '@nestjs/common';
import type { MessageView, Reaction } from '#libs/contracts';
import { actingOrganization, type Actor } from '#libs/kernel';
import { UnitOfWork } from '#libs/platform/database';
import { MessageChangeRepository } from '../data/message-change.repository.js';
import { seatKey, toMessageView } from '../data/message-row.js';
import { MessageChanges } from './message-changes.js';

/**
 * Answers a message with a sign, or takes that back. Doing it twice changes nothing.
 *
 * @throws NotFound, messaging/not-open 409 for a new sign
 */
@Injectable()
export class ReactToMessage {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly changes: MessageChangeRepository,
    private readonly messages: MessageChanges,
  ) {}

  async execute(
    actor: Actor,
    { conversationId, seq }: { conversationId: string; seq: number },
    code: Reaction,
    wanted: boolean,
  ): Promise<MessageView> {
    const own = seatKey({ personId: actor.personId, organizationId: actingOrganization(actor).id });
    return this.unitOfWork.run(actor, async (tx) => {
      const open = await this.messages.openFor(tx, conversationId, seq, { takesBack: !wanted });
      const { message } = open;
      const given = message.reactions?.[code] ?? [];
      if (given.includes(own) === wanted) return toMessageView(message);
      const others = given.filter((key) => key !== own);
      const reactions = { ...message.reactions, [code]: wanted ? [...others, own] : others };
      const change = await this.changes.count(tx, conversationId);
      return this.messages.close(
        tx,
        open,
        await this.changes.react(tx, message, reactions, change),
        wanted ? 'react' : 'unreact',
      );
    });
  }
}
