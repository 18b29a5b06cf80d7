import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { OpportunityEntity } from './opportunity.entity.js';

/** What others could read from one moment on; never changed. Drafts save themselves by the letter and are not kept. */
@Entity('opportunity_version')
export class OpportunityVersionEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_opportunity_version' })
  @ForeignKey(() => OpportunityEntity)
  opportunityId: string;

  /** Of the opportunity, as its ETag. */
  @PrimaryColumn('int', { primaryKeyConstraintName: 'pk_opportunity_version' })
  version: number;

  @Column('jsonb')
  content: object;

  @Column('uuid')
  savedBy: string;

  @Column({ type: 'timestamp with time zone', precision: 3, default: () => 'now()' })
  savedAt: Date;
}
