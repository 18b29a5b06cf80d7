import { Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import { ProposalEntity } from './proposal.entity.js';

/** A file that goes with a proposal. One that was handed in stays when it is taken out. */
@Entity('proposal_annex')
@Unique('uq_proposal_annex_file_id', ['fileId'])
@Index('ix_proposal_annex_proposal_id', ['proposalId'])
export class ProposalAnnexEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_proposal_annex' })
  id: string;

  @Column('uuid')
  @ForeignKey(() => ProposalEntity)
  proposalId: string;

  @Column('uuid')
  fileId: string;

  @Column('text')
  title: string;

  @Column('text', { nullable: true })
  questionKey: string | null;

  @Column('text')
  sha256: string;

  @Column('uuid')
  addedBy: string;

  @Column({ type: 'timestamp with time zone', precision: 3, default: () => 'now()' })
  createdAt: Date;

  @Column({ type: 'timestamp with time zone', precision: 3, nullable: true })
  removedAt: Date | null;
}
