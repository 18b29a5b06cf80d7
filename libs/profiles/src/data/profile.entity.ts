import { Check, Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';

/** What an organization says of itself; one row per organization. */
@Entity('profile')
@Check('ck_profile_modes', `modes <@ array['onsite', 'remote']`)
export class ProfileEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_profile' })
  @ForeignKey('organization')
  organizationId: string;

  @Column('text')
  language: string;

  @Column('text', { nullable: true })
  summary: string | null;

  @Column('text', { nullable: true })
  offerText: string | null;

  @Column('text', { nullable: true })
  seekText: string | null;

  @Column('text', { array: true, default: () => `'{}'` })
  sectors: string[];

  @Column('text', { array: true, default: () => `'{}'` })
  themes: string[];

  @Column('text', { array: true, default: () => `'{}'` })
  offers: string[];

  @Column('text', { array: true, default: () => `'{}'` })
  seeks: string[];

  @Column('text', { array: true, default: () => `'{}'` })
  markets: string[];

  @Column('text', { array: true, default: () => `'{}'` })
  certifications: string[];

  @Column('text', { array: true, default: () => `'{}'` })
  consultingAreas: string[];

  @Column('text', { array: true, default: () => `'{}'` })
  languages: string[];

  @Column('smallint', { array: true, default: () => `'{}'` })
  operatingMonths: number[];

  @Column('text', { array: true, default: () => `'{}'` })
  modes: string[];

  @Column('jsonb', { nullable: true })
  capacity: unknown;

  @Column('jsonb', { nullable: true })
  fees: unknown;

  @Column('int', { nullable: true })
  loadLimit: number | null;

  @Column('jsonb', { default: {} })
  translations: unknown;

  @Column('int', { default: 1 })
  revision: number;

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
