import { Check, Column, Entity, Index, PrimaryColumn, Unique } from 'typeorm';

/** Numbers of the model that an administrator has set. In the migration alone: `changed_xid`, of a type TypeORM does not know. */
@Entity('matching_weights')
@Unique(['number'])
@Index('ix_matching_weights_live', ['state'], { unique: true, where: `state = 'live'` })
@Check('ck_matching_weights_state', `state in ('draft', 'live', 'retired', 'discarded')`)
export class MatchingWeightsEntity {
  @PrimaryColumn('uuid')
  id: string;

  @Column('int')
  number: number;

  @Column('text', { default: 'draft' })
  state: string;

  /** Why they were changed. */
  @Column('text')
  note: string;

  @Column('jsonb')
  spec: object;

  @Column('jsonb')
  replay: object;

  @Column('uuid')
  createdBy: string;

  @Column('timestamp with time zone', { precision: 3, nullable: true })
  activatedAt: Date | null;

  @Column('int', { default: 1 })
  version: number;

  @Column('timestamp with time zone', { precision: 3, default: () => 'now()' })
  createdAt: Date;

  @Column('timestamp with time zone', { precision: 3, default: () => 'now()' })
  updatedAt: Date;
}
