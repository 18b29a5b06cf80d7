import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';

/** The list that a run found for one subject, best first; those of the last two runs are kept. */
@Entity('match_result')
export class MatchResultEntity {
  @PrimaryColumn('uuid')
  @ForeignKey('matching_run')
  runId: string;

  @PrimaryColumn('text')
  subjectType: string;

  @PrimaryColumn('uuid')
  subjectId: string;

  /** `<type> <id>` each. */
  @Column('text', { array: true })
  counterparts: string[];

  @Column('double precision', { array: true })
  scores: number[];

  /** For each pool of the list the score somebody must reach to be considered; 0 while there is room. */
  @Column('double precision', { array: true, default: () => `'{}'` })
  floors: number[];

  /** Why each is there, if not by score alone. */
  @Column('text', { array: true, default: () => `'{}'` })
  moves: string[];
}
