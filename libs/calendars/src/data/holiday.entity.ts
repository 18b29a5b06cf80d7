import { Check, Column, Entity, PrimaryColumn, Unique } from 'typeorm';

/** One holiday. Taken away, the row stays, so that no later reading of the library brings the day back. */
@Entity('holiday')
@Unique('uq_holiday_country_day', ['country', 'day'])
@Check('ck_holiday_source', `source in ('library', 'secretariat')`)
@Check('ck_holiday_name', `char_length(name) between 1 and 200 and char_length(name_en) between 1 and 200`)
export class HolidayEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_holiday' })
  id: string;

  @Column('char', { length: 2 })
  country: string;

  @Column('date')
  day: string;

  @Column('text')
  name: string;

  @Column('text')
  language: string;

  @Column('text')
  nameEn: string;

  @Column('text')
  source: string;

  @Column({ type: 'timestamp with time zone', precision: 3, nullable: true })
  removedAt: Date | null;

  @Column('int', { default: 1 })
  version: number;

  @Column({ type: 'timestamp with time zone', precision: 3, default: () => 'now()' })
  createdAt: Date;

  @Column({ type: 'timestamp with time zone', precision: 3, default: () => 'now()' })
  updatedAt: Date;
}
