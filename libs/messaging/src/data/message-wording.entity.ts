import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';

/** A message as it read before it was edited or deleted at the change `changed`. Never changed. */
@Entity('message_wording')
@ForeignKey('message', ['conversationId', 'seq'], ['conversationId', 'seq'])
export class MessageWordingEntity {
  @PrimaryColumn('uuid')
  conversationId: string;

  @PrimaryColumn('int')
  seq: number;

  @PrimaryColumn('int')
  revision: number;

  @Column('text')
  body: string;

  @Column('text', { nullable: true })
  language: string | null;

  @Column('int')
  changed: number;

  @Column('timestamp with time zone', { precision: 3, default: () => 'now()' })
  replacedAt: Date;
}
