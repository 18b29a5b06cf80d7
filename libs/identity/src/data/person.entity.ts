import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { WorkingHours } from '../domain/working-hours.js';

/**
 * A human being; the only row, with its account, that holds a person's name. All else refers to `id`. Of a person
 * who was erased, only the id is left: the names are empty.
 */
@Entity('person')
export class PersonEntity {
  @PrimaryColumn('uuid')
  id: string;

  /** As the person writes it, in any script. */
  @Column('text')
  displayName: string;

  /** For readers of other scripts. */
  @Column('text', { nullable: true })
  latinName: string | null;

  /** BCP 47; language of screens and mails. */
  @Column('text')
  language: string;

  /** IANA zone. */
  @Column('text')
  timeZone: string;

  /** BCP 47; what the person speaks with others, best first. */
  @Column('text', { array: true, default: () => `'{}'` })
  languages: string[];

  /** Wall-clock hours in the time zone of the person, by weekday. */
  @Column('jsonb', { default: () => `'[]'` })
  workingHours: WorkingHours[];

  /** Agreed to be found in the directory. */
  @Column('boolean', { default: false })
  discoverable: boolean;

  /** Made by the demo loader. */
  @Column('boolean', { default: false })
  demo: boolean;

  @Column('timestamp with time zone', { precision: 3, nullable: true })
  erasedAt: Date | null;

  @Column('int', { default: 1 })
  version: number;

  @Column('timestamp with time zone', { precision: 3, default: () => 'now()' })
  createdAt: Date;

  @Column('timestamp with time zone', { precision: 3, default: () => 'now()' })
  updatedAt: Date;
}
