import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { EngagementEntity } from './engagement.entity.js';

/** Who signs: the consultant, the requester, and whoever else bears a part of the cost. */
@Entity('engagement_party')
@Check('ck_engagement_party_side', `side in ('consultant', 'requester', 'bearer')`)
@Check('ck_engagement_party_share_basis_points', `share_basis_points between 0 and 10000`)
@Check('ck_engagement_party_signed', `(signed_at is not null) = (signed_by is not null) and (signed_at is not null) = (signed_hash is not null)`)
@Index('ix_engagement_party_engagement_id', ['engagementId'])
@Index('ix_engagement_party_organization_id', ['organizationId', 'engagementId'])
export class EngagementPartyEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_engagement_party' })
  id: string;

  @Column('uuid')
  @ForeignKey(() => EngagementEntity)
  engagementId: string;

  @Column('uuid')
  @ForeignKey('organization')
  organizationId: string;

  @Column('text')
  side: string;

  @Column('int', { default: 0 })
  shareBasisPoints: number;

  @Column('uuid', { nullable: true })
  signedBy: string | null;

  @Column({ type: 'timestamp with time zone', precision: 3, nullable: true })
  signedAt: Date | null;

  @Column('text', { nullable: true })
  signedHash: string | null;
}
