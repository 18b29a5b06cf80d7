import { Column, Entity, ForeignKey, PrimaryColumn, Unique } from 'typeorm';

/** The secret address under which the calendar of a person reads their sessions; kept as its hash. */
@Entity('calendar_feed')
@Unique('uq_calendar_feed_secret_hash', ['secretHash'])
export class CalendarFeedEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_calendar_feed' })
  @ForeignKey('person')
  personId: string;

  @Column('text')
  secretHash: string;

  @Column({ type: 'timestamp with time zone', precision: 3, default: () => 'now()' })
  createdAt: Date;
}
