import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';

/** A part of a run that is done at once, or not at all. */
@Entity('matching_shard')
export class MatchingShardEntity {
  @PrimaryColumn('uuid')
  @ForeignKey('matching_run')
  runId: string;

  @PrimaryColumn('int')
  number: number;

  @Column('jsonb')
  subjects: readonly (readonly [type: string, id: string])[];

  /** SHA-256 of its results. */
  @Column('text', { nullable: true })
  hash: string | null;

  @Column('timestamp with time zone', { precision: 3, nullable: true })
  doneAt: Date | null;
}
