import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A human being; the only row, with its account, that holds a person's name. All else refers to `id`. */
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

  /** Made by the demo loader. */
  @Column('boolean', { default: false })
  demo: boolean;

  @Column('int', { default: 1 })
  version: number;

  @Column('timestamp with time zone', { precision: 3, default: () => 'now()' })
  createdAt: Date;

  @Column('timestamp with time zone', { precision: 3, default: () => 'now()' })
  updatedAt: Date;
}
