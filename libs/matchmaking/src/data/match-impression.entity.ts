import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** That a match was shown to one of its two organizations: on how many days, and where it last stood. */
@Entity('match_impression')
@Index(['matchId'])
@Index(['lastShownAt'])
export class MatchImpressionEntity {
  @PrimaryColumn('uuid')
  @ForeignKey('organization')
  organizationId: string;

  @PrimaryColumn('uuid')
  @ForeignKey('match')
  matchId: string;

  @Column('int', { default: 1 })
  times: number;

  /** 1 for the top. */
  @Column('int')
  position: number;

  @Column('timestamp with time zone', { precision: 3, default: () => 'now()' })
  firstShownAt: Date;

  @Column('timestamp with time zone', { precision: 3, default: () => 'now()' })
  lastShownAt: Date;
}
