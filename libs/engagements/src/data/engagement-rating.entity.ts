import { Check, Column, Entity, ForeignKey, PrimaryColumn, Unique } from 'typeorm';
import { EngagementEntity } from './engagement.entity.js';

/** What one side says of the other, sealed until both have or the time is over; never changed. */
@Entity('engagement_rating')
@Unique('uq_engagement_rating_engagement_id_side', ['engagementId', 'side'])
@Check('ck_engagement_rating_side', `side in ('consultant', 'requester')`)
@Check('ck_engagement_rating_scores', `quality between 1 and 5 and communication between 1 and 5 and reliability between 1 and 5`)
export class EngagementRatingEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_engagement_rating' })
  id: string;

  @Column('uuid')
  @ForeignKey(() => EngagementEntity)
  engagementId: string;

  @Column('text')
  side: string;

  @Column('int')
  quality: number;

  @Column('int')
  communication: number;

  @Column('int')
  reliability: number;

  @Column('text', { nullable: true })
  words: string | null;

  @Column('text', { nullable: true })
  language: string | null;

  @Column('uuid')
  personId: string;

  @Column({ type: 'timestamp with time zone', precision: 3, default: () => 'now()' })
  createdAt: Date;
}
