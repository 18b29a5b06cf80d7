import { Injectable } from '@nestjs/common';
import { actingOrganization, type Actor, NotFound } from '#libs/kernel';
import { Database } from '#libs/platform/database';
import { ConversationRepository, type ConversationSeat } from '../data/conversation.repository.js';
import { type ConversationAction, may } from '../domain/conversation.policy.js';

/** The only way to a conversation: as the seat that this person has in it for the acting organization. */
@Injectable()
export class ConversationAccess {
  constructor(
    private readonly database: Database,
    private readonly conversations: ConversationRepository,
  ) {}

  /** Throws NotFound (404) for a conversation that does not exist and for one that is not theirs, alike. */
  async load(actor: Actor, action: ConversationAction, id: string): Promise<ConversationSeat> {
    const member = { personId: actor.personId, organizationId: actingOrganization(actor).id };
    const seat = await this.conversations.seat(this.database, id, member);
    if (!seat || !may(action, seat)) throw new NotFound();
    return seat;
  }
}
