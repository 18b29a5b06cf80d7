import { Check, Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import type { FirstRunAnswers } from '../domain/first-run.js';

/**
 * How far a person came in the first run. The answers are blanked when it ends: by then they stand where they
 * belong. In the migration alone: `changed_xid`, of a type TypeORM does not know.
 */
@Entity('first_run')
@Check('ck_first_run_step', `step between 1 and 4`)
@Check('ck_first_run_state', `state in ('open', 'finished')`)
@Check('ck_first_run_answers', `state = 'open' or answers = '{}'`)
export class FirstRunEntity {
  @PrimaryColumn('uuid')
  @ForeignKey('person')
  personId: string;

  @Column('smallint', { default: 1 })
  step: number;

  @Column('jsonb', { default: () => `'{}'` })
  answers: FirstRunAnswers;

  @Column('text', { default: 'open' })
  state: string;

  @Column('int', { default: 1 })
  version: number;

  @Column('timestamp with time zone', { precision: 3, default: () => 'now()' })
  createdAt: Date;

  @Column('timestamp with time zone', { precision: 3, default: () => 'now()' })
  updatedAt: Date;
}
