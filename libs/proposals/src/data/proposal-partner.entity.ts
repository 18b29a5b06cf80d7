import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import { ProposalEntity } from './proposal.entity.js';

/** An organization's place in a consortium. In the migration alone: `changed_xid`. */
@Entity('proposal_partner')
@Unique('uq_proposal_partner_proposal_id_organization_id', ['proposalId', 'organizationId'])
@Index('ix_proposal_partner_organization_id', ['organizationId', 'state'])
@Check('ck_proposal_partner_state', `state in ('invited', 'accepted', 'declined', 'left', 'removed')`)
@Check('ck_proposal_partner_share', `share_minor >= 0`)
@Check(
  'ck_proposal_partner_signed',
  `(signed_sha256 is null) = (signed_by is null) and (signed_sha256 is null) = (signed_at is null)
    and (signed_sha256 is null or state = 'accepted')`,
)
export class ProposalPartnerEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_proposal_partner' })
  id: string;

  @Column('uuid')
  @ForeignKey(() => ProposalEntity)
  proposalId: string;

  @Column('uuid')
  @ForeignKey('organization')
  organizationId: string;

  @Column('text', { default: 'invited' })
  state: string;

  @Column('text', { nullable: true })
  task: string | null;

  @Column('bigint', { nullable: true })
  shareMinor: string | null;

  @Column('uuid')
  invitedBy: string;

  @Column('uuid', { nullable: true })
  answeredBy: string | null;

  @Column('text', { nullable: true })
  signedSha256: string | null;

  @Column('uuid', { nullable: true })
  signedBy: string | null;

  @Column({ type: 'timestamp with time zone', precision: 3, nullable: true })
  signedAt: Date | null;

  @Column('int', { default: 1 })
  version: number;

  @Column({ type: 'timestamp with time zone', precision: 3, default: () => 'now()' })
  createdAt: Date;

  @Column({ type: 'timestamp with time zone', precision: 3, default: () => 'now()' })
  updatedAt: Date;
}
