import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { ProposalEntity } from './proposal.entity.js';

/** What the people of a consortium say about a section. In the migration alone: `changed_xid`, the announcement. */
@Entity('proposal_comment')
@Index('ix_proposal_comment_proposal_id_id', ['proposalId', 'id'])
@Index('ix_proposal_comment_author_id', ['authorId'])
@Index('ix_proposal_comment_unpushed', ['id'], { where: 'pushed_at is null' })
@Check('ck_proposal_comment_section', `section in ('need', 'approach', 'impact', 'risks')`)
@Check(
  'ck_proposal_comment_thread',
  `thread_id is null or (quote is null and resolved_at is null and resolved_by is null)`,
)
@Check('ck_proposal_comment_resolved', '(resolved_at is null) = (resolved_by is null)')
export class ProposalCommentEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_proposal_comment' })
  id: string;

  @Column('uuid')
  @ForeignKey(() => ProposalEntity)
  proposalId: string;

  @Column('text')
  section: string;

  @Column('uuid', { nullable: true })
  @ForeignKey(() => ProposalCommentEntity)
  threadId: string | null;

  @Column('text', { nullable: true })
  quote: string | null;

  @Column('text')
  body: string;

  @Column('text')
  language: string;

  @Column('uuid')
  @ForeignKey('person')
  authorId: string;

  @Column('uuid')
  @ForeignKey('organization')
  organizationId: string;

  @Column({ type: 'timestamp with time zone', precision: 3, nullable: true })
  resolvedAt: Date | null;

  @Column('uuid', { nullable: true })
  resolvedBy: string | null;

  /** When open screens were told of it; null: not yet. */
  @Column({ type: 'timestamp with time zone', precision: 3, nullable: true })
  pushedAt: Date | null;

  @Column({ type: 'timestamp with time zone', precision: 3, default: () => 'now()' })
  createdAt: Date;
}
