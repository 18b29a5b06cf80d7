import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import { CountryEntity } from './country.entity.js';

/** A member city, company, consultancy or partner, a candidate, or the secretariat. */
@Entity('organization')
@Unique('uq_organization_slug', ['slug'])
@Index('ix_organization_name_folded', ['nameFolded', 'id'])
@Index('ix_organization_kind', ['kind', 'nameFolded', 'id'])
@Index('ix_organization_country', ['country', 'nameFolded', 'id'])
@Index('ix_organization_city_id', ['cityId'])
@Index('ix_organization_merged_into_id', ['mergedIntoId'], { where: 'merged_into_id is not null' })
@Index('ix_organization_registration_key', ['registrationKey'])
@Index('ix_organization_email_domain_key', ['emailDomainKey'])
@Check('ck_organization_slug', `slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'`)
@Check('ck_organization_kind', `kind in ('city', 'sme', 'consultancy', 'partner', 'secretariat')`)
@Check(
  'ck_organization_tpo_membership',
  `tpo_membership in ('city_member', 'candidate', 'industry_member', 'none')`,
)
@Check('ck_organization_certainty', `certainty in ('high', 'medium', 'low')`)
@Check('ck_organization_merged_into_id', `merged_into_id is null or (state = 'closed' and merged_into_id <> id)`)
@Check('ck_organization_state', `state in ('applicant', 'active', 'candidate', 'suspended', 'closed')`)
export class OrganizationEntity {
  @PrimaryColumn('uuid')
  id: string;

  @Column('text')
  slug: string;

  @Column('text')
  kind: string;

  /** In Latin script. */
  @Column('text')
  name: string;

  /** Order of lists; see domain/fold-name.ts. */
  @Column('text')
  nameFolded: string;

  @Column('text', { nullable: true })
  nameLocal: string | null;

  @Column('text')
  @ForeignKey(() => CountryEntity)
  country: string;

  @Column('uuid', { nullable: true })
  @ForeignKey(() => OrganizationEntity)
  cityId: string | null;

  @Column('text', { nullable: true })
  adminRegion: string | null;

  @Column('double precision', { nullable: true })
  lat: number | null;

  @Column('double precision', { nullable: true })
  lon: number | null;

  @Column('int', { nullable: true })
  populationApprox: number | null;

  @Column('text', { array: true, default: '{}' })
  languages: string[];

  @Column('text', { default: 'none' })
  tpoMembership: string;

  @Column('text', { nullable: true })
  certainty: string | null;

  @Column('text', { nullable: true })
  membershipSource: string | null;

  @Column('text', { nullable: true })
  membershipNote: string | null;

  /** As the country's register writes it. */
  @Column('text', { nullable: true })
  registrationNumber: string | null;

  /** See domain/registration-number.ts. */
  @Column('text', { nullable: true })
  registrationKey: string | null;

  @Column('text', { nullable: true })
  website: string | null;

  /** Of its people's addresses. */
  @Column('text', { nullable: true })
  emailDomain: string | null;

  /** See domain/email-domain.ts. */
  @Column('text', { nullable: true })
  emailDomainKey: string | null;

  @Column('boolean', { default: false })
  fictional: boolean;

  @Column('boolean', { default: false })
  demo: boolean;

  @Column('text', { default: 'active' })
  state: string;

  @Column('text', { nullable: true })
  closedBecause: string | null;

  @Column('timestamp with time zone', { precision: 3, nullable: true })
  closedAt: Date | null;

  /** The one that goes on, where this was a second entry of it. */
  @Column('uuid', { nullable: true })
  @ForeignKey(() => OrganizationEntity)
  mergedIntoId: string | null;

  @Column('int', { default: 1 })
  version: number;

  @Column('timestamp with time zone', { precision: 3, default: () => 'now()' })
  createdAt: Date;

  @Column('timestamp with time zone', { precision: 3, default: () => 'now()' })
  updatedAt: Date;
}
