import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** A question put to the Executive Committee. In the migration alone: `changed_xid`. */
@Entity('vote')
@Index('uq_vote_subject_id', ['subjectId'], { unique: true, where: `state = 'open'` })
@Check('ck_vote_subject_type', `subject_type in ('membership-admission')`)
@Check('ck_vote_secrecy', `secrecy in ('secret', 'open')`)
@Check('ck_vote_state', `state in ('open', 'closed', 'cancelled')`)
@Check('ck_vote_closed_because', `closed_because in ('all-voted', 'window-ended')`)
@Check('ck_vote_window', `closes_at > opens_at`)
@Check('ck_vote_result', `(state = 'closed') = (result is not null)`)
export class VoteEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_vote' })
  id: string;

  /** Whom the subject concerns. */
  @Column('uuid')
  @ForeignKey('organization')
  organizationId: string;

  @Column('text')
  subjectType: string;

  @Column('uuid')
  subjectId: string;

  @Column('text')
  secrecy: string;

  @Column('text', { default: 'open' })
  state: string;

  @Column({ type: 'timestamp with time zone', precision: 3, default: () => 'now()' })
  opensAt: Date;

  @Column({ type: 'timestamp with time zone', precision: 3 })
  closesAt: Date;

  @Column({ type: 'timestamp with time zone', precision: 3, nullable: true })
  closedAt: Date | null;

  @Column('text', { nullable: true })
  closedBecause: string | null;

  @Column('jsonb', { nullable: true })
  result: object | null;

  @Column('uuid')
  openedBy: string;

  @Column('int', { default: 1 })
  version: number;

  @Column({ type: 'timestamp with time zone', precision: 3, default: () => 'now()' })
  createdAt: Date;

  @Column({ type: 'timestamp with time zone', precision: 3, default: () => 'now()' })
  updatedAt: Date;
}
