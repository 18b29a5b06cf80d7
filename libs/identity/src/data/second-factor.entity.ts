import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import { PersonEntity } from './person.entity.js';

/** The secret a person's authenticator app shares with TTN; in force once the first code was confirmed. */
@Entity('totp_secret')
export class TotpSecretEntity {
  @PrimaryColumn('uuid')
  @ForeignKey(() => PersonEntity, { onDelete: 'CASCADE' })
  personId: string;

  /** AES-256-GCM: nonce, tag, ciphertext. */
  @Column('bytea')
  sealedSecret: Buffer;

  @Column('timestamp with time zone', { precision: 3, nullable: true })
  confirmedAt: Date | null;

  /** The newest time step of which a code was taken: neither it nor an older one is taken again. */
  @Column('int', { default: 0 })
  lastStep: number;

  @Column('timestamp with time zone', { precision: 3, default: () => 'now()' })
  createdAt: Date;
}

/** A code for the day the phone is lost, as a keyed hash. */
@Entity('recovery_code')
export class RecoveryCodeEntity {
  @PrimaryColumn('uuid')
  @ForeignKey(() => PersonEntity, { onDelete: 'CASCADE' })
  personId: string;

  /** HMAC-SHA-256. */
  @PrimaryColumn('bytea')
  codeHash: Buffer;

  @Column('timestamp with time zone', { precision: 3, nullable: true })
  usedAt: Date | null;

  @Column('timestamp with time zone', { precision: 3, default: () => 'now()' })
  createdAt: Date;
}

/** A sign-in whose password was right and whose second factor is awaited. */
@Entity('pending_sign_in')
@Index('ix_pending_sign_in_expires_at', ['expiresAt'])
export class PendingSignInEntity {
  /** SHA-256. */
  @PrimaryColumn('bytea')
  tokenHash: Buffer;

  @Column('uuid')
  @ForeignKey(() => PersonEntity, { onDelete: 'CASCADE' })
  personId: string;

  @Column('timestamp with time zone', { precision: 3 })
  expiresAt: Date;

  @Column('timestamp with time zone', { precision: 3, default: () => 'now()' })
  createdAt: Date;
}

/** A public key whose private half lies in a person's device. */
@Entity('passkey')
@Unique('uq_passkey_credential_id', ['credentialId'])
@Index('ix_passkey_person_id', ['personId', 'id'])
export class PasskeyEntity {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid')
  @ForeignKey(() => PersonEntity, { onDelete: 'CASCADE' })
  personId: string;

  /** What the person calls it. */
  @Column('text')
  name: string;

  /** Base64url, chosen by the authenticator. */
  @Column('text')
  credentialId: string;

  /** COSE. */
  @Column('bytea')
  publicKey: Buffer;

  /** Counts the uses as the authenticator says; 0 where it does not count. */
  @Column('bigint')
  counter: string;

  /** How it is reached: `internal`, `usb`, `hybrid` … */
  @Column('text', { array: true, default: () => `'{}'` })
  transports: string[];

  /** Kept by the maker of the device on several devices. */
  @Column('boolean')
  synced: boolean;

  @Column('int', { default: 1 })
  version: number;

  @Column('timestamp with time zone', { precision: 3, nullable: true })
  lastUsedAt: Date | null;

  @Column('timestamp with time zone', { precision: 3, default: () => 'now()' })
  createdAt: Date;

  @Column('timestamp with time zone', { precision: 3, default: () => 'now()' })
  updatedAt: Date;
}

/** What an authenticator is asked to sign, once and soon. Taken away by whoever answers it, rightly or not. */
@Entity('passkey_challenge')
@Index('ix_passkey_challenge_expires_at', ['expiresAt'])
@Check(
  'ck_passkey_challenge_purpose',
  `purpose in ('register', 'sign-in', 'second-factor', 'prove')`,
)
@Check('ck_passkey_challenge_person_id', `(purpose = 'sign-in') = (person_id is null)`)
export class PasskeyChallengeEntity {
  @PrimaryColumn('uuid')
  id: string;

  @Column('text')
  purpose: string;

  /** Null where the answer will say who it is. */
  @Column('uuid', { nullable: true })
  @ForeignKey(() => PersonEntity, { onDelete: 'CASCADE' })
  personId: string | null;

  /** Base64url. */
  @Column('text')
  challenge: string;

  @Column('timestamp with time zone', { precision: 3 })
  expiresAt: Date;
}
