import { Check, Column, Entity, ForeignKey, PrimaryColumn, Unique } from 'typeorm';

/** A message. Written once by `post_messages`, never changed. */
@Entity('message')
@Unique(['conversationId', 'seq'])
@Unique(['conversationId', 'senderId', 'clientMessageId'])
@Check('ck_message_body', 'char_length(body) between 1 and 8000')
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
}
