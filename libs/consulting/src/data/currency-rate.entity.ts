import { Check, Column, Entity, PrimaryColumn, Unique } from 'typeorm';

/** What a currency was worth on a day, as the secretariat states it. */
@Entity('currency_rate')
@Unique('uq_currency_rate_currency_stated_on', ['currency', 'statedOn'])
@Check('ck_currency_rate_units_per_dollar', `units_per_dollar > 0`)
export class CurrencyRateEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_currency_rate' })
  id: string;

  @Column('char', { length: 3 })
  currency: string;

  @Column('numeric', { precision: 20, scale: 8 })
  unitsPerDollar: string;

  @Column('date')
  statedOn: string;

  @Column('text')
  source: string;

  @Column({ type: 'timestamp with time zone', precision: 3, default: () => 'now()' })
  createdAt: Date;
}
