import { Injectable } from '@nestjs/common';
import type { MessageView, SeatView } from '#libs/contracts';
import { actingOrganization, type Actor, InvalidInput, NotFound } from '#libs/kernel';
import { Database } from '#libs/platform/database';
import { ConversationRepository } from '../data/conversation.repository.js';
import { MessageChangeRepository } from '../data/message-change.repository.js';
import { type ConversationMember, isSameSeat } from '../domain/conversation.js';
import { ConversationSilent } from '../domain/contact.errors.js';
import type { MessageDraft } from '../domain/message.js';
import { ConversationAccess } from './conversation-access.js';

/** What a message carries beside its words, checked. */
export type Extras = Pick<MessageView, 'replyTo' | 'thread' | 'mentions'>;

/** Looks at what a message refers to before it is written. Plain words never come here. */
@Injectable()
export class MessageExtras {
  constructor(
    private readonly database: Database,
    private readonly access: ConversationAccess,
    private readonly conversations: ConversationRepository,
    private readonly changes: MessageChangeRepository,
  ) {}

  /**
   * @throws NotFound for a conversation that is not theirs; InvalidInput 422 for a message they cannot see and for
   *   people who take no part
   */
  async check(actor: Actor, draft: MessageDraft): Promise<Extras> {
    const { conversationId, replyTo, mentions = [] } = draft;
    const seat = await this.access.load(actor, 'read', conversationId);
    const [thread, mentioned] = await Promise.all([
      replyTo === undefined ? undefined : this.threadOf(conversationId, replyTo, seat.joinedSeq),
      mentions.length === 0 ? undefined : this.mentioned(actor, conversationId, mentions),
    ]);
    return {
      ...(replyTo !== undefined && { replyTo, thread: thread ?? replyTo }),
      ...(mentioned && { mentions: mentioned }),
    };
  }

  /** Why nothing was written for somebody. @throws ConversationSilent 409, or NotFound */
  async explainRefusal(actor: Actor, conversationId: string): Promise<never> {
    const member: ConversationMember = {
      personId: actor.personId,
      organizationId: actingOrganization(actor).id,
    };
    const seat = await this.conversations.seat(this.database, conversationId, member);
    throw seat?.leftSeq === null && seat.isSilenced ? new ConversationSilent() : new NotFound();
  }

  /** The beginning of the thread the answered message belongs to: its own, or itself. */
  private async threadOf(conversationId: string, seq: number, joinedSeq: number): Promise<number> {
    const message = seq > joinedSeq ? await this.changes.find(this.database, conversationId, seq) : undefined;
    if (message?.kind !== 'said') {
      throw new InvalidInput([{ pointer: '/replyTo', code: 'messaging/no-such-message' }]);
    }
    return message.thread ?? seq;
  }

  private async mentioned(
    actor: Actor,
    conversationId: string,
    mentions: readonly SeatView[],
  ): Promise<SeatView[]> {
    const own = { personId: actor.personId, organizationId: actingOrganization(actor).id };
    const here = (await this.conversations.members(this.database, [conversationId], own)).filter(
      ({ isHere }) => isHere,
    );
    const missing = mentions.findIndex((seat) => !here.some((member) => isSameSeat(member, seat)));
    if (missing >= 0) {
      throw new InvalidInput([{ pointer: `/mentions/${missing}`, code: 'messaging/not-in-conversation' }]);
    }
    const distinct = mentions.filter(
      (seat, index) => mentions.findIndex((each) => isSameSeat(each, seat)) === index,
    );
    return distinct.map(({ personId, organizationId }) => ({ personId, organizationId }));
  }
}
