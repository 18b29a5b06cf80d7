import { Check, Column, Entity, ForeignKey, PrimaryColumn, Unique } from 'typeorm';
import { ProposalEntity } from './proposal.entity.js';

/**
 * A submitted content. Rows are only ever added: the application may not change them, and the trigger
 * `proposal_version_is_frozen` refuses even the owner of the table.
 */
@Entity('proposal_version')
@ForeignKey(() => ProposalEntity, ['organizationId', 'proposalId'], ['organizationId', 'id'], {
  onUpdate: 'CASCADE',
})
@Unique('uq_proposal_version_proposal_id_number', ['proposalId', 'number'])
@Check('ck_proposal_version_sha256', `sha256 ~ '^[0-9a-f]{64}$'`)
export class ProposalVersionEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_proposal_version' })
  id: string;

  @Column('uuid')
  organizationId: string;

  @Column('uuid')
  proposalId: string;

  @Column('int')
  number: number;

  @Column('jsonb')
  content: unknown;

  @Column('text')
  sha256: string;

  @Column('uuid')
  submittedBy: string;

  @Column({ type: 'timestamp with time zone', precision: 3, default: () => 'now()' })
  submittedAt: Date;
}
