import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { PinnedFact } from '../domain/conversation.js';

/**
 * A conversation. `lastSeq` numbers its messages and moves only under the row's lock. Not here: `changed_xid`,
 * of a type TypeORM does not know.
 */
@Entity('conversation')
@Index('ix_conversation_about_id', ['aboutId'])
export class ConversationEntity {
  @PrimaryColumn('uuid')
  id: string;

  @Column('text')
  aboutType: string;

  @Column('uuid')
  aboutId: string;

  @Column('jsonb', { default: [] })
  facts: PinnedFact[];

  @Column('int', { default: 0 })
  lastSeq: number;

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
