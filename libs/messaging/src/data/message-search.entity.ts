import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** A message as it is searched: folded, and cut into pairs of letters. Made from `message`, and made again at will. */
@Entity('message_search')
@Index('ix_message_search_grams', { synchronize: false })
export class MessageSearchEntity {
  @PrimaryColumn('uuid')
  @ForeignKey('conversation')
  conversationId: string;

  @PrimaryColumn('int')
  seq: number;

  @Column('uuid')
  messageId: string;

  @Column('text')
  folded: string;

  @Column('text', { array: true })
  grams: string[];
}

/** Up to which message, and which change of messages, a conversation is in the search. */
@Entity('conversation_index')
export class ConversationIndexEntity {
  @PrimaryColumn('uuid')
  @ForeignKey('conversation')
  conversationId: string;

  @Column('int', { default: 0 })
  indexedSeq: number;

  @Column('int', { default: 0 })
  indexedChange: number;
}
