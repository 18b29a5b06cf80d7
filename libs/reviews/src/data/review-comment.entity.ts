import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { CallReviewerEntity } from './call-reviewer.entity.js';

/** What was said in the discussion of a proposal; never changed. */
@Entity('review_comment')
@Index('ix_review_comment_proposal_id_id', ['proposalId', 'id'])
export class ReviewCommentEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_review_comment' })
  id: string;

  @Column('uuid')
  @ForeignKey('call')
  callId: string;

  @Column('text')
  stage: string;

  @Column('uuid')
  @ForeignKey('proposal')
  proposalId: string;

  @Column('uuid')
  @ForeignKey('organization')
  organizationId: string;

  @Column('uuid')
  authorId: string;

  /** Null when the chair speaks. */
  @Column('uuid', { nullable: true })
  @ForeignKey(() => CallReviewerEntity)
  reviewerId: string | null;

  @Column('text')
  body: string;

  @Column('text')
  language: string;

  @Column({ type: 'timestamp with time zone', precision: 3, default: () => 'now()' })
  createdAt: Date;
}
