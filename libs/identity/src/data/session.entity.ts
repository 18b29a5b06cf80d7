import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { PersonEntity } from './person.entity.js';

/**
 * One sign-in on one device. Its refresh tokens are generations of one family, of which the newest counts. Of the
 * device only the kind is kept, and no network address.
 */
@Entity('session')
@Index('ix_session_person_id', ['personId'])
@Index('ix_session_expires_at', ['expiresAt'])
@Check(
  'ck_session_end_reason',
  `end_reason in ('signed-out', 'token-reused', 'revoked', 'password-changed', 'erased')`,
)
export class SessionEntity {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid')
  @ForeignKey(() => PersonEntity)
  personId: string;

  /** Generation of the refresh token that is current. */
  @Column('int', { default: 1 })
  generation: number;

  /** Also when the session was last seen, to a quarter of an hour: an access token lives no longer. */
  @Column('timestamp with time zone', { precision: 3, default: () => 'now()' })
  rotatedAt: Date;

  /** A code of domain/device.ts. */
  @Column('text', { default: 'other' })
  browser: string;

  /** A code of domain/device.ts. */
  @Column('text', { default: 'other' })
  system: string;

  /** When the person last proved here, by password or passkey, that it is they. */
  @Column('timestamp with time zone', { precision: 3, default: () => 'now()' })
  provenAt: Date;

  @Column('timestamp with time zone', { precision: 3 })
  expiresAt: Date;

  @Column('timestamp with time zone', { precision: 3, nullable: true })
  endedAt: Date | null;

  @Column('text', { nullable: true })
  endReason: string | null;

  @Column('timestamp with time zone', { precision: 3, default: () => 'now()' })
  createdAt: Date;
}
