import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/**
 * That a person was told of an event, once. `event_id` refers to no row, because the outbox is emptied in time; the
 * row of the inbox it went into is the one of its object.
 */
@Entity('notice_event')
@Index(['personId'])
export class NoticeEventEntity {
  @PrimaryColumn('uuid')
  eventId: string;

  @PrimaryColumn('uuid')
  @ForeignKey('person')
  personId: string;

  /** Type of the event. */
  @Column('text')
  type: string;

  @Column('timestamp with time zone', { precision: 3, default: () => 'now()' })
  toldAt: Date;
}
