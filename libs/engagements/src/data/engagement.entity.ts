import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';

/** Work on a chosen quote. The role of requests cannot change what was agreed on. In the migration alone: `changed_xid`. */
@Entity('engagement')
@Unique('uq_engagement_request_id', ['requestId'])
@Check('ck_engagement_state', `state in ('agreement', 'in_progress', 'delivered', 'revision', 'accepted', 'closed', 'disputed', 'cancelled')`)
@Check('ck_engagement_frozen_state', `(frozen_state is not null) = (state = 'disputed')`)
@Check('ck_engagement_ended_at', `(ended_at is not null) = (state in ('closed', 'cancelled'))`)
@Check('ck_engagement_money', `fee_minor >= 0 and tax_minor >= 0`)
@Index('ix_engagement_requester_organization_id_id', ['requesterOrganizationId', 'id'])
@Index('ix_engagement_consultant_organization_id_id', ['consultantOrganizationId', 'id'])
@Index('ix_engagement_requester_person_id', ['requesterPersonId'])
@Index('ix_engagement_consultant_person_id', ['consultantPersonId'])
export class EngagementEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_engagement' })
  id: string;

  @Column('uuid')
  @ForeignKey('consulting_request')
  requestId: string;

  @Column('uuid')
  quoteId: string;

  @Column('text')
  title: string;

  @Column('text')
  language: string;

  @Column('jsonb')
  terms: object;

  @Column('text')
  termsHash: string;

  @Column({ type: 'char', length: 3 })
  currency: string;

  @Column('bigint')
  feeMinor: string;

  @Column('bigint')
  taxMinor: string;

  @Column('text', { array: true, default: () => `'{}'` })
  areas: string[];

  @Column('boolean', { default: false })
  isConfidential: boolean;

  @Column('uuid')
  @ForeignKey('organization')
  requesterOrganizationId: string;

  @Column('uuid')
  @ForeignKey('person')
  requesterPersonId: string;

  @Column('uuid')
  @ForeignKey('organization')
  consultantOrganizationId: string;

  @Column('uuid')
  @ForeignKey('person')
  consultantPersonId: string;

  @Column('uuid', { nullable: true })
  @ForeignKey('conversation')
  conversationId: string | null;

  @Column('text', { default: 'agreement' })
  state: string;

  @Column('text', { nullable: true })
  frozenState: string | null;

  @Column({ type: 'timestamp with time zone', precision: 3 })
  signatureDueAt: Date;

  @Column({ type: 'timestamp with time zone', precision: 3, nullable: true })
  begunAt: Date | null;

  @Column({ type: 'timestamp with time zone', precision: 3, nullable: true })
  acceptedAt: Date | null;

  @Column({ type: 'timestamp with time zone', precision: 3, nullable: true })
  ratingsDueAt: Date | null;

  @Column({ type: 'timestamp with time zone', precision: 3, nullable: true })
  ratingsOpenedAt: Date | null;

  @Column({ type: 'timestamp with time zone', precision: 3, nullable: true })
  endedAt: Date | null;

  @Column('text', { nullable: true })
  endReason: string | null;

  @Column('text', { nullable: true })
  endLanguage: string | null;

  @Column('int', { default: 1 })
  version: number;

  @Column({ type: 'timestamp with time zone', precision: 3, default: () => 'now()' })
  createdAt: Date;

  @Column({ type: 'timestamp with time zone', precision: 3, default: () => 'now()' })
  updatedAt: Date;
}
