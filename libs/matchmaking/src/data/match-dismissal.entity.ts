import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import type { DismissalReason } from '#libs/contracts';

/** One organization does not want a match. A row goes when the organization takes it back. */
@Entity('match_dismissal')
@Index(['organizationId'])
@Check(
  'ck_match_dismissal_reason',
  `reason in ('not-our-field', 'wrong-region', 'wrong-time', 'already-partners', 'no-capacity', 'other')`,
)
export class MatchDismissalEntity {
  @PrimaryColumn('uuid')
  @ForeignKey('match')
  matchId: string;

  @PrimaryColumn('uuid')
  @ForeignKey('organization')
  organizationId: string;

  @Column('uuid')
  personId: string;

  @Column('text')
  reason: DismissalReason;

  @Column('text', { nullable: true })
  note: string | null;

  @Column('timestamp with time zone', { precision: 3, default: () => 'now()' })
  dismissedAt: Date;
}
