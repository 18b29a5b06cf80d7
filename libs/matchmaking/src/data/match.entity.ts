import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import type { MatchReason } from '../domain/match.js';

const SUBJECTS = `('proposal', 'opportunity', 'organization', 'consulting_request')`;

/**
 * A pair that was found to fit, once for both sides. Rows are never removed, so that an id stays good and a
 * dismissal holds. In the migration alone: `changed_xid`, of a type TypeORM does not know.
 */
@Entity('match')
@Unique(['leftType', 'leftId', 'rightType', 'rightId'])
@Index(['rightType', 'rightId'])
@Index('ix_match_listed_left', ['leftType', 'leftId'], { where: 'listed_left' })
@Index(['leftOrganizationId', 'score'])
@Index(['rightOrganizationId', 'score'])
@Check('ck_match_left_type', `left_type in ${SUBJECTS}`)
@Check('ck_match_right_type', `right_type in ${SUBJECTS}`)
@Check('ck_match_fit', `fit in ('strong', 'good', 'possible')`)
@Check('ck_match_score', `score between 0 and 1`)
@Check('ck_match_organizations', `left_organization_id <> right_organization_id`)
export class MatchEntity {
  @PrimaryColumn('uuid')
  id: string;

  @Column('text')
  leftType: string;

  @Column('uuid')
  leftId: string;

  @Column('uuid')
  @ForeignKey('organization')
  leftOrganizationId: string;

  @Column('text')
  rightType: string;

  @Column('uuid')
  rightId: string;

  @Column('uuid')
  @ForeignKey('organization')
  rightOrganizationId: string;

  @Column('double precision')
  score: number;

  @Column('text')
  fit: string;

  @Column('double precision', { nullable: true })
  leftScore: number | null;

  @Column('double precision', { nullable: true })
  rightScore: number | null;

  /** `ours` are the facts of the left side. */
  @Column('jsonb')
  reasons: readonly MatchReason[];

  @Column('jsonb')
  unmet: readonly MatchReason[];

  @Column('text', { array: true, default: () => `'{}'` })
  notStated: string[];

  /** In the list of the left side's own last run. */
  @Column('boolean')
  listedLeft: boolean;

  @Column('boolean')
  listedRight: boolean;

  /** Why it is in the list of a side, where score alone would not have put it there. */
  @Column('text', { nullable: true })
  leftMove: string | null;

  @Column('text', { nullable: true })
  rightMove: string | null;

  /** Since when one of the two is not to be had any more. */
  @Column('timestamp with time zone', { precision: 3, nullable: true })
  retiredAt: Date | null;

  /** The last interest shown in it. */
  @Column('uuid', { nullable: true })
  @ForeignKey('interest')
  interestId: string | null;

  @Column('text')
  specVersion: string;

  @Column('text')
  vocabularyVersion: string;

  /** What the score was computed from, by hash. */
  @Column('text', { nullable: true })
  leftInput: string | null;

  @Column('text', { nullable: true })
  rightInput: string | null;

  @Column('text', { nullable: true })
  specInput: string | null;

  @Column('text', { nullable: true })
  graphInput: string | null;

  /** When the run began that found it to be so. */
  @Column('timestamp with time zone', { precision: 3 })
  computedAt: Date;

  @Column('int', { default: 1 })
  version: number;

  @Column('timestamp with time zone', { precision: 3, default: () => 'now()' })
  createdAt: Date;

  @Column('timestamp with time zone', { precision: 3, default: () => 'now()' })
  updatedAt: Date;
}
