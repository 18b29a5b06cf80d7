import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import { ProposalEntity } from './proposal.entity.js';

/** A city's letter of support. In the migration alone: `changed_xid`. */
@Entity('proposal_letter')
@Unique('uq_proposal_letter_proposal_id_organization_id', ['proposalId', 'organizationId'])
@Index('ix_proposal_letter_organization_id', ['organizationId', 'state'])
@Check('ck_proposal_letter_state', `state in ('asked', 'given', 'declined', 'revoked')`)
@Check(
  'ck_proposal_letter_given',
  `state not in ('given', 'revoked') or (body is not null and language is not null and dated is not null
    and sha256 is not null and signed_by is not null)`,
)
@Check('ck_proposal_letter_revoked', `(state = 'revoked') = (revoked_at is not null)`)
export class ProposalLetterEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_proposal_letter' })
  id: string;

  @Column('uuid')
  @ForeignKey(() => ProposalEntity)
  proposalId: string;

  @Column('uuid')
  @ForeignKey('organization')
  organizationId: string;

  @Column('text', { default: 'asked' })
  state: string;

  @Column('text', { nullable: true })
  body: string | null;

  @Column('text', { nullable: true })
  language: string | null;

  @Column('date', { nullable: true })
  dated: string | null;

  @Column('text', { nullable: true })
  sha256: string | null;

  @Column('uuid')
  askedBy: string;

  @Column('uuid', { nullable: true })
  signedBy: string | null;

  @Column({ type: 'timestamp with time zone', precision: 3, nullable: true })
  revokedAt: Date | null;

  @Column('text', { nullable: true })
  reason: string | null;

  @Column('int', { default: 1 })
  version: number;

  @Column({ type: 'timestamp with time zone', precision: 3, default: () => 'now()' })
  createdAt: Date;

  @Column({ type: 'timestamp with time zone', precision: 3, default: () => 'now()' })
  updatedAt: Date;
}
