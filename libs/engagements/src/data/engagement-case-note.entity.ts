import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { EngagementEntity } from './engagement.entity.js';

/** What others may learn from an engagement, without names, once both sides agree. */
@Entity('engagement_case_note')
export class EngagementCaseNoteEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_engagement_case_note' })
  @ForeignKey(() => EngagementEntity)
  engagementId: string;

  @Column('text')
  title: string;

  @Column('text')
  question: string;

  @Column('text')
  answer: string;

  @Column('text')
  language: string;

  @Column('text', { array: true, default: () => `'{}'` })
  areas: string[];

  @Column('boolean', { default: false })
  tellsCountry: boolean;

  @Column('uuid')
  draftedBy: string;

  @Column('uuid', { nullable: true })
  consultantConsentBy: string | null;

  @Column({ type: 'timestamp with time zone', precision: 3, nullable: true })
  consultantConsentAt: Date | null;

  @Column('uuid', { nullable: true })
  requesterConsentBy: string | null;

  @Column({ type: 'timestamp with time zone', precision: 3, nullable: true })
  requesterConsentAt: Date | null;

  @Column({ type: 'timestamp with time zone', precision: 3, nullable: true })
  publishedAt: Date | null;

  @Column({ type: 'timestamp with time zone', precision: 3, default: () => 'now()' })
  createdAt: Date;

  @Column({ type: 'timestamp with time zone', precision: 3, default: () => 'now()' })
  updatedAt: Date;
}
