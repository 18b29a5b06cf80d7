import type { LocalizedText } from '#libs/kernel';
import { Check, Column, Entity, PrimaryColumn } from 'typeorm';

/** A country as it is shown: its names are display text. */
@Entity('country')
@Check('ck_country_iso2', `iso2 ~ '^[A-Z]{2}$'`)
export class CountryEntity {
  /** ISO 3166-1 alpha-2. */
  @PrimaryColumn('text')
  iso2: string;

  @Column('jsonb')
  names: LocalizedText;

  @Column('int', { default: 1 })
  version: number;
}
