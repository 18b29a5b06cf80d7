import { Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';

/**
 * What a person is told of an event, once. Holds ids only: texts are made when it is read, in the person's
 * language and with the names of that day. `event_id` refers to no row, because the outbox is emptied in time.
 */
@Entity('notice')
@Unique(['eventId', 'personId'])
@Index(['personId', 'id'])
@Index('ix_notice_unread', ['personId'], { where: 'read_at is null' })
@Index('ix_notice_unpushed', ['id'], { where: 'pushed_at is null' })
export class NoticeEntity {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid')
  eventId: string;

  @Column('uuid')
  @ForeignKey('person')
  personId: string;

  /** On whose behalf the person is told. */
  @Column('uuid', { nullable: true })
  @ForeignKey('organization')
  organizationId: string | null;

  /** Type of the event. */
  @Column('text')
  type: string;

  @Column('text')
  objectType: string;

  @Column('uuid')
  objectId: string;

  @Column('jsonb')
  facts: { counterpartId: string | null };

  @Column('timestamp with time zone', { precision: 3, default: () => 'now()' })
  createdAt: Date;

  @Column('timestamp with time zone', { precision: 3, nullable: true })
  readAt: Date | null;

  /** When an API process took it up to push it to open sockets. */
  @Column('timestamp with time zone', { precision: 3, nullable: true })
  pushedAt: Date | null;
}
