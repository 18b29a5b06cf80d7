import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** What an organization answered to a match it was shown, with the inputs of the score it saw. */
@Entity('match_answer')
@Index(['organizationId', 'answeredAt'])
@Index('ix_match_answer_unfolded', ['answeredAt'], { where: 'folded_in is null' })
@Index(['matchId'])
@Check('ck_match_answer_kind', `kind in ('accept', 'decline', 'ignore')`)
export class MatchAnswerEntity {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid')
  @ForeignKey('organization')
  organizationId: string;

  @Column('uuid')
  @ForeignKey('match')
  matchId: string;

  @Column('text')
  kind: string;

  @Column('text', { nullable: true })
  reason: string | null;

  @Column('int')
  position: number;

  @Column('int')
  timesShown: number;

  @Column('boolean')
  isLeft: boolean;

  @Column('double precision')
  score: number;

  @Column('text')
  leftInput: string;

  @Column('text')
  rightInput: string;

  @Column('text')
  specInput: string;

  @Column('text')
  graphInput: string;

  @Column('timestamp with time zone', { precision: 3, default: () => 'now()' })
  answeredAt: Date;

  /** The version of the model it was folded into. */
  @Column('int', { nullable: true })
  foldedIn: number | null;
}
