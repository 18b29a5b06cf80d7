import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { OrganizationEntity } from './organization.entity.js';

/** An owner offers the place to another member; one open offer per organization. */
@Entity('ownership_offer')
@Index('uq_ownership_offer_open', ['organizationId'], { unique: true, where: `state = 'open'` })
@Index('ix_ownership_offer_organization_id', ['organizationId', 'createdAt'])
@Check('ck_ownership_offer_state', `state in ('open', 'accepted', 'declined', 'withdrawn')`)
export class OwnershipOfferEntity {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid')
  @ForeignKey(() => OrganizationEntity)
  organizationId: string;

  @Column('uuid')
  @ForeignKey('person')
  fromPersonId: string;

  @Column('uuid')
  @ForeignKey('person')
  toPersonId: string;

  @Column('text', { default: 'open' })
  state: string;

  @Column('int', { default: 1 })
  version: number;

  @Column('timestamp with time zone', { precision: 3, default: () => 'now()' })
  createdAt: Date;

  @Column('timestamp with time zone', { precision: 3, default: () => 'now()' })
  updatedAt: Date;
}
