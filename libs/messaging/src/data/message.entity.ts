import type { MessageKind, Reaction } from '#libs/contracts';
import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import type { MessageDetails } from '../domain/message.js';

/**
 * A message. Written once by `post_messages`; its number stays, whatever becomes of its words. `changed` is the
 * conversation's count of changes at the latest one to this message, 0 before the first.
 */
@Entity('message')
@Unique(['conversationId', 'seq'])
@Unique(['conversationId', 'senderId', 'clientMessageId'])
@Check(
  'ck_message_body',
  `char_length(body) between 1 and 8000 or kind <> 'said' or deleted_at is not null`,
)
@Check('ck_message_kind', `kind in ('said', 'joined', 'left', 'removed', 'handed-over', 'renamed')`)
@Index('ix_message_changed', ['conversationId', 'changed'], { where: 'changed > 0' })
@Index('ix_message_thread_seq', ['conversationId', 'threadSeq', 'seq'], { where: 'thread_seq is not null' })
@ForeignKey(
  'participant',
  ['conversationId', 'senderId', 'senderOrganizationId'],
  ['conversationId', 'personId', 'organizationId'],
  { onUpdate: 'CASCADE' },
)
export class MessageEntity {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid')
  conversationId: string;

  @Column('int')
  seq: number;

  @Column('text')
  clientMessageId: string;

  @Column('uuid')
  senderId: string;

  @Column('uuid')
  senderOrganizationId: string;

  @Column('text')
  body: string;

  @Column('text', { nullable: true })
  language: string | null;

  @Column('timestamp with time zone', { precision: 3, default: () => 'now()' })
  postedAt: Date;

  @Column('text', { default: 'said' })
  kind: MessageKind;

  @Column('int', { nullable: true })
  replyToSeq: number | null;

  /** The message that began the thread this one belongs to. */
  @Column('int', { nullable: true })
  threadSeq: number | null;

  @Column('jsonb', { nullable: true })
  details: MessageDetails | null;

  @Column('jsonb', { nullable: true })
  reactions: Partial<Record<Reaction, readonly string[]>> | null;

  @Column('int', { default: 0 })
  changed: number;

  @Column('int', { default: 1 })
  revision: number;

  @Column('timestamp with time zone', { precision: 3, nullable: true })
  editedAt: Date | null;

  @Column('timestamp with time zone', { precision: 3, nullable: true })
  deletedAt: Date | null;
}
