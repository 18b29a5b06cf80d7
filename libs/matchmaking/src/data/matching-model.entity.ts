import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What answers have taught of everybody, one row per nightly fold; in use is the last that was promoted. */
@Entity('matching_model')
export class MatchingModelEntity {
  @PrimaryColumn('int')
  version: number;

  @Column('double precision')
  bias: number;

  @Column('jsonb')
  everybody: object;

  @Column('int')
  answers: number;

  @Column('boolean')
  promoted: boolean;

  @Column('jsonb')
  replay: object;

  @Column('timestamp with time zone', { precision: 3, default: () => 'now()' })
  madeAt: Date;
}
