import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** A part of a profile that comes one by one: an offer, an event, a certificate. */
@Entity('profile_entry')
@Index('ix_profile_entry_organization_id', ['organizationId', 'kind', 'position', 'id'])
@Check(
  'ck_profile_entry_kind',
  `kind in ('offer', 'seek', 'resource', 'season', 'event', 'medium', 'goal', 'method', 'certification',
    'reference', 'picture')`,
)
export class ProfileEntryEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_profile_entry' })
  id: string;

  @Column('uuid')
  @ForeignKey('profile', { onUpdate: 'CASCADE' })
  organizationId: string;

  @Column('text')
  kind: string;

  @Column('int')
  position: number;

  @Column('text')
  language: string;

  @Column('text')
  title: string;

  @Column('text', { nullable: true })
  text: string | null;

  @Column('jsonb', { default: {} })
  translations: unknown;

  @Column('text', { array: true, default: () => `'{}'` })
  codes: string[];

  @Column('text', { array: true, default: () => `'{}'` })
  markets: string[];

  @Column('smallint', { array: true, default: () => `'{}'` })
  months: number[];

  @Column('int', { nullable: true })
  capacity: number | null;

  @Column('int', { nullable: true })
  reach: number | null;

  @Column('date', { nullable: true })
  startsOn: string | null;

  @Column('date', { nullable: true })
  endsOn: string | null;

  @Column('text', { nullable: true })
  party: string | null;

  @Column('date', { nullable: true })
  expiresOn: string | null;

  @Column('text', { nullable: true })
  link: string | null;

  /** A file of the platform, which keeps it for as long as it is attached here. */
  @Column('uuid', { nullable: true })
  fileId: string | null;

  /** Who answers for it. */
  @Column('uuid', { nullable: true })
  @ForeignKey('person')
  ownerId: string | null;

  @Column({ type: 'timestamp with time zone', precision: 3, default: () => 'now()' })
  checkedAt: Date;

  @Column('timestamp with time zone', { precision: 3, nullable: true })
  askedAt: Date | null;

  @Column('int', { default: 1 })
  version: number;

  @Column({ type: 'timestamp with time zone', precision: 3, default: () => 'now()' })
  createdAt: Date;

  @Column({ type: 'timestamp with time zone', precision: 3, default: () => 'now()' })
  updatedAt: Date;
}
