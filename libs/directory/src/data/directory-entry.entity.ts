import { Check, Column, Entity, Generated, Index, PrimaryColumn, Unique } from 'typeorm';

/**
 * One thing that can be found: an organization, a person who agreed, a published opportunity. The row stays when
 * the thing may not be seen any more, emptied: `seen_at` then still says how new that knowledge is. The indexes of
 * the orders, which hold `ord` as well, stand in the migration.
 */
@Entity('directory_entry')
@Unique('uq_directory_entry_ord', ['ord'])
@Index('ix_directory_entry_standing', { synchronize: false })
@Index('ix_directory_entry_name', { synchronize: false })
@Index('ix_directory_entry_listed_at', { synchronize: false })
@Index('ix_directory_entry_organization_id', ['organizationId'])
@Check('ck_directory_entry_type', `type in ('organization', 'person', 'opportunity')`)
export class DirectoryEntryEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_directory_entry' })
  id: string;

  @Column('text')
  type: string;

  /** Place in the bitmaps of `directory_block`. */
  @Column('int')
  @Generated('increment')
  ord: number;

  @Column('uuid')
  organizationId: string;

  @Column('boolean', { default: false })
  visible: boolean;

  /** When the truth it was made from was read, by the clock of the database. */
  @Column('timestamp with time zone')
  seenAt: Date;

  @Column('smallint', { default: 2 })
  standing: number;

  @Column('text', { default: '' })
  nameFolded: string;

  @Column('timestamp with time zone', { precision: 3, default: () => 'now()' })
  listedAt: Date;

  @Column('date', { nullable: true })
  closesOn: string | null;

  @Column('text', { nullable: true })
  country: string | null;

  @Column('uuid', { nullable: true })
  placeId: string | null;

  @Column('text', { nullable: true })
  placeName: string | null;

  @Column('double precision', { nullable: true })
  lat: number | null;

  @Column('double precision', { nullable: true })
  lon: number | null;

  @Column('text', { array: true, default: '{}' })
  facets: string[];

  @Column('text', { array: true, default: '{}' })
  concepts: string[];

  @Column('jsonb', { nullable: true })
  card: unknown;

  @Column('jsonb', { nullable: true })
  texts: unknown;
}
