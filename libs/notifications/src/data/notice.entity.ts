import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';

/**
 * A row of a person's inbox: what they are told of one object, on behalf of one organization. New events of the
 * object fold into it. Holds ids only: texts are made when it is read, in the person's language and with the names
 * of that day.
 */
@Entity('notice')
// Written `nulls not distinct`: what concerns the person alone is one row as well.
@Unique(['personId', 'organizationId', 'objectType', 'objectId'])
@Check('ck_notice_inbox', `inbox in ('waiting', 'mentions', 'updates')`)
@Check('ck_notice_state', `state in ('open', 'snoozed', 'archived')`)
@Check('ck_notice_snoozed_until', `(state = 'snoozed') = (snoozed_until is not null)`)
@Check('ck_notice_unpushed', `unpushed in ('added', 'changed')`)
@Index('ix_notice_inbox', ['personId', 'state', 'inbox', 'rankId'])
@Index('ix_notice_object_id', ['objectId'], { where: `inbox = 'waiting' and state <> 'archived'` })
@Index('ix_notice_digest', ['personId'], { where: 'digest_since is not null' })
@Index('ix_notice_unread_messages', ['id'], {
  where: `object_type = 'unread-messages' and read_at is null`,
})
@Index('ix_notice_unpushed', ['id'], { where: 'unpushed is not null' })
export class NoticeEntity {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid')
  @ForeignKey('person')
  personId: string;

  /** On whose behalf the person is told. */
  @Column('uuid', { nullable: true })
  @ForeignKey('organization')
  organizationId: string | null;

  /** Type of the last event. */
  @Column('text')
  type: string;

  @Column('text')
  objectType: string;

  @Column('uuid')
  objectId: string;

  @Column('jsonb')
  facts: { counterpartId: string | null };

  /** Which part of the inbox it stands in. */
  @Column('text', { default: 'updates' })
  inbox: string;

  /** Events whose answer it still waits for: the moment by the type, see `momentOf`. */
  @Column('jsonb', { default: () => `'{}'` })
  waitsFor: Record<string, string>;

  @Column('text', { default: 'open' })
  state: string;

  @Column('timestamp with time zone', { precision: 3, nullable: true })
  snoozedUntil: Date | null;

  /** Events told since it was read last. */
  @Column('int', { default: 1 })
  count: number;

  /** Made anew with each event: the order of the inbox, newest first. */
  @Column('uuid')
  rankId: string;

  @Column('timestamp with time zone', { precision: 3, default: () => 'now()' })
  createdAt: Date;

  /** When the last event was told. */
  @Column('timestamp with time zone', { precision: 3, default: () => 'now()' })
  toldAt: Date;

  @Column('timestamp with time zone', { precision: 3, nullable: true })
  readAt: Date | null;

  /** When a mail about it went out, since it was read last. */
  @Column('timestamp with time zone', { precision: 3, nullable: true })
  mailedAt: Date | null;

  /** Since when it is left to the mail of the day. */
  @Column('timestamp with time zone', { precision: 3, nullable: true })
  digestSince: Date | null;

  /** What open sockets have yet to be told of it. */
  @Column('text', { nullable: true })
  unpushed: string | null;
}
