import { Check, Column, Entity, PrimaryColumn } from 'typeorm';

/** A year whose holidays are known in a country; without the row nothing can be said of its working days. */
@Entity('holiday_year')
@Check('ck_holiday_year_source', `source in ('library', 'secretariat')`)
@Check('ck_holiday_year_year', `year between 2020 and 2100`)
export class HolidayYearEntity {
  @PrimaryColumn('char', { length: 2, primaryKeyConstraintName: 'pk_holiday_year' })
  country: string;

  @PrimaryColumn('int', { primaryKeyConstraintName: 'pk_holiday_year' })
  year: number;

  @Column('text')
  source: string;

  @Column({ type: 'timestamp with time zone', precision: 3, default: () => 'now()' })
  createdAt: Date;
}
