import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';

/** What all lists of a run promise an organization, in expected numbers, and what showing it once more would cost. */
@Entity('matching_account')
export class MatchingAccountEntity {
  @PrimaryColumn('uuid')
  @ForeignKey('matching_run')
  runId: string;

  @PrimaryColumn('uuid')
  @ForeignKey('organization')
  organizationId: string;

  /** Answers it could look through when the run was planned. */
  @Column('double precision')
  capacity: number;

  @Column('double precision')
  looks: number;

  @Column('double precision')
  answers: number;

  /** In logarithms of worth. */
  @Column('double precision')
  price: number;
}
