import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/**
 * One organization's wish to talk with the other one of a match; one at a time waits for an answer. In the
 * migration alone: `changed_xid`, of a type TypeORM does not know.
 */
@Entity('interest')
@Index('ix_interest_waiting', ['matchId'], { unique: true, where: `state = 'sent'` })
@Index(['fromOrganizationId', 'id'])
@Index(['toOrganizationId', 'id'])
@Check('ck_interest_state', `state in ('sent', 'accepted', 'declined', 'withdrawn', 'expired')`)
@Check('ck_interest_message', `char_length(message) between 1 and 2000`)
@Check(
  'ck_interest_decline_reason',
  `decline_reason in ('not-our-field', 'wrong-region', 'wrong-time', 'already-partners', 'no-capacity', 'other')`,
)
@Check('ck_interest_conversation_id', `(state = 'accepted') = (conversation_id is not null)`)
@Check('ck_interest_answered_at', `(state = 'sent') = (answered_at is null)`)
export class InterestEntity {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid')
  @ForeignKey('match')
  matchId: string;

  @Column('uuid')
  @ForeignKey('organization')
  fromOrganizationId: string;

  @Column('uuid')
  fromPersonId: string;

  @Column('uuid')
  @ForeignKey('organization')
  toOrganizationId: string;

  @Column('text')
  message: string;

  @Column('text', { nullable: true })
  language: string | null;

  @Column('text', { default: 'sent' })
  state: string;

  @Column('text', { nullable: true })
  declineReason: string | null;

  /** When it stops waiting for an answer. */
  @Column('timestamp with time zone', { precision: 3 })
  expiresAt: Date;

  /** Who accepted, declined or withdrew; the system where time ended it. */
  @Column('uuid', { nullable: true })
  answeredBy: string | null;

  @Column('timestamp with time zone', { precision: 3, nullable: true })
  answeredAt: Date | null;

  @Column('uuid', { nullable: true })
  @ForeignKey('conversation')
  conversationId: string | null;

  @Column('int', { default: 1 })
  version: number;

  @Column('timestamp with time zone', { precision: 3, default: () => 'now()' })
  createdAt: Date;

  @Column('timestamp with time zone', { precision: 3, default: () => 'now()' })
  updatedAt: Date;
}
