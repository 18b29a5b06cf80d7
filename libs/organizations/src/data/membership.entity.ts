import { Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import { OrganizationEntity } from './organization.entity.js';

/** A person's seat in an organization. */
@Entity('membership')
@Unique('uq_membership_organization_id_person_id', ['organizationId', 'personId'])
@Index('ix_membership_person_id', ['personId'])
export class MembershipEntity {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid')
  @ForeignKey(() => OrganizationEntity)
  organizationId: string;

  @Column('uuid')
  @ForeignKey('person')
  personId: string;

  /** One of the roles of the organization's kind (contracts). */
  @Column('text')
  role: string;

  /** May sign for the organization. */
  @Column('boolean', { default: false })
  signatory: boolean;

  @Column('int', { default: 1 })
  version: number;

  @Column('timestamp with time zone', { precision: 3, default: () => 'now()' })
  createdAt: Date;

  @Column('timestamp with time zone', { precision: 3, default: () => 'now()' })
  updatedAt: Date;
}
