import { Check, Column, Entity, PrimaryColumn, Unique } from 'typeorm';
import type { PinnedFact } from '../domain/conversation.js';

/**
 * A conversation. `lastSeq` numbers its messages and moves only under the row's lock. Not here: `changed_xid`,
 * of a type TypeORM does not know.
 */
@Entity('conversation')
@Unique(['aboutId', 'aboutType'])
@Check('ck_conversation_title', 'char_length(title) between 1 and 200')
export class ConversationEntity {
  @PrimaryColumn('uuid')
  id: string;

  @Column('text')
  aboutType: string;

  @Column('uuid')
  aboutId: string;

  @Column('jsonb', { default: [] })
  facts: PinnedFact[];

  /** What its people call it; null while it goes by their names. */
  @Column('text', { nullable: true })
  title: string | null;

  /** BCP 47 of the title. */
  @Column('text', { nullable: true })
  titleLanguage: string | null;

  @Column('int', { default: 0 })
  lastSeq: number;

  /** Counts what was done to messages after they were said; moves only under the row's lock. */
  @Column('int', { default: 0 })
  lastChange: number;

  /** Time of the last message, or of the opening; the order of the list. */
  @Column('timestamp with time zone', { precision: 3, default: () => 'now()' })
  activeAt: Date;

  @Column('int', { default: 1 })
  version: number;

  @Column('timestamp with time zone', { precision: 3, default: () => 'now()' })
  createdAt: Date;

  @Column('timestamp with time zone', { precision: 3, default: () => 'now()' })
  updatedAt: Date;
}
