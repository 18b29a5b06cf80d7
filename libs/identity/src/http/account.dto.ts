import { IsEmail, MaxLength } from 'class-validator';
import { IsWritten } from '#libs/platform/fields';
import { MAX_EMAIL } from './identity.dto.js';

export class ProofDto {
  /** @example "correct horse battery staple" */
  @IsWritten(1, 1024)
  password: string;
}

export class ChangePasswordDto {
  /** @example "correct horse battery staple" */
  @IsWritten(1, 1024)
  currentPassword: string;

  /**
   * 15 to 128 characters; length is all that is asked.
   * @example "staple battery horse correct"
   */
  @IsWritten(15, 128)
  newPassword: string;
}

export class ChangeEmailDto {
  /** @example minh@example.com */
  @IsEmail()
  @MaxLength(MAX_EMAIL)
  email: string;
}

export class ProofResponse {
  /**
   * Sensitive changes need no new proof in this session until then, RFC 3339.
   * @example 2027-02-01T03:29:05.678Z
   */
  provenUntil: string;
}

export class ErasureResponse {
  /**
   * When the person will be erased, RFC 3339.
   * @example 2027-02-11T03:19:05.678Z
   */
  dueAt: string;
}

/** How the account is guarded, and whether it is to be erased. */
export class SecurityResponse {
  /** An authenticator app is in force. */
  totp: boolean;

  /** Left, of ten. */
  recoveryCodes: number;

  /** Registered. */
  passkeys: number;

  /** False where TTN is reached by a network address: passkeys belong to names. */
  passkeysAvailable: boolean;

  /**
   * Sensitive changes need no new proof in this session until then, RFC 3339; may be past.
   * @example 2027-02-01T03:29:05.678Z
   */
  provenUntil: string;

  /** When the person will be erased, RFC 3339; null unless they asked for it. */
  erasureDueAt: string | null;
}
