import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { ProposalEntity } from './proposal.entity.js';

/** A person's place among those who write. In the migration alone: `changed_xid`. */
@Entity('proposal_coauthor')
@Index('uq_proposal_coauthor_current', ['proposalId', 'personId'], {
  unique: true,
  where: `state in ('invited', 'accepted')`,
})
@Index('ix_proposal_coauthor_person_id', ['personId'])
@Check('ck_proposal_coauthor_access', `access in ('view', 'comment', 'edit')`)
@Check('ck_proposal_coauthor_state', `state in ('invited', 'accepted', 'declined', 'expired', 'removed')`)
export class ProposalCoauthorEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_proposal_coauthor' })
  id: string;

  @Column('uuid')
  @ForeignKey(() => ProposalEntity)
  proposalId: string;

  @Column('uuid')
  @ForeignKey('person')
  personId: string;

  @Column('uuid')
  @ForeignKey('organization')
  organizationId: string;

  @Column('text')
  access: string;

  @Column('text', { default: 'invited' })
  state: string;

  @Column('uuid')
  invitedBy: string;

  @Column({ type: 'timestamp with time zone', precision: 3 })
  expiresAt: Date;

  @Column('int', { default: 1 })
  version: number;

  @Column({ type: 'timestamp with time zone', precision: 3, default: () => 'now()' })
  createdAt: Date;

  @Column({ type: 'timestamp with time zone', precision: 3, default: () => 'now()' })
  updatedAt: Date;
}
