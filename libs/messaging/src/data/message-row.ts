import type { MessageKind, MessageView, Reaction, SeatView } from '#libs/contracts';
import type { MessageDetails } from '../domain/message.js';

/** A message as it comes from the database, of the table `m`. */
export interface MessageRow {
  readonly id: string;
  readonly conversationId: string;
  readonly seq: number;
  readonly clientMessageId: string;
  readonly senderId: string;
  readonly senderOrganizationId: string;
  readonly body: string;
  readonly language: string | null;
  readonly postedAt: Date;
  readonly kind: MessageKind;
  readonly replyTo: number | null;
  readonly thread: number | null;
  readonly details: MessageDetails | null;
  readonly reactions: Partial<Record<Reaction, readonly string[]>> | null;
  readonly changed: number;
  readonly revision: number;
  readonly editedAt: Date | null;
  readonly deletedAt: Date | null;
}

export const MESSAGE_COLUMNS = `m.id, m.conversation_id as "conversationId", m.seq,
  m.client_message_id as "clientMessageId", m.sender_id as "senderId",
  m.sender_organization_id as "senderOrganizationId", m.body, m.language, m.posted_at as "postedAt", m.kind,
  m.reply_to_seq as "replyTo", m.thread_seq as thread, m.details, m.reactions, m.changed, m.revision,
  m.edited_at as "editedAt", m.deleted_at as "deletedAt"`;

/** What clients see of a row: what it does not have is left out, so that most messages stay small. */
export function toMessageView(row: MessageRow): MessageView {
  const { kind, replyTo, thread, details, reactions, changed, revision, editedAt, deletedAt } = row;
  return {
    id: row.id,
    conversationId: row.conversationId,
    seq: row.seq,
    clientMessageId: row.clientMessageId,
    senderId: row.senderId,
    senderOrganizationId: row.senderOrganizationId,
    body: row.body,
    language: row.language,
    postedAt: row.postedAt.toISOString(),
    ...(kind !== 'said' && { kind }),
    ...(replyTo !== null && { replyTo }),
    ...(thread !== null && { thread }),
    ...details,
    ...(reactions && { reactions: reactionsOf(reactions) }),
    ...(changed > 0 && { change: changed }),
    ...(revision > 1 && { revision }),
    ...(editedAt && { editedAt: editedAt.toISOString() }),
    ...(deletedAt && { deletedAt: deletedAt.toISOString() }),
  };
}

function reactionsOf(reactions: NonNullable<MessageRow['reactions']>): MessageView['reactions'] {
  return (Object.entries(reactions) as [Reaction, readonly string[]][])
    .filter(([, by]) => by.length > 0)
    .map(([code, by]) => ({ code, by: by.map(seatFrom) }));
}

/** As seats are written in one word: `person:organization`. */
export function seatKey({ personId, organizationId }: SeatView): string {
  return `${personId}:${organizationId}`;
}

export function seatFrom(key: string): SeatView {
  const [personId = '', organizationId = ''] = key.split(':');
  return { personId, organizationId };
}
