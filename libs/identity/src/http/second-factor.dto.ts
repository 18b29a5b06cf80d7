import { IsLine, IsWritten } from '#libs/platform/fields';
import type { Passkey } from '../domain/passkey.js';
import { PasskeyAnswerDto } from './identity.dto.js';

const MAX_NAME = 60;

export class CodeDto {
  /**
   * The six digits that the authenticator app shows.
   * @example "123456"
   */
  @IsWritten(1, 16)
  code: string;
}

/** The secret for an authenticator app. It is shown this once. */
export class TotpSetupResponse {
  /**
   * Base32, to be typed where no camera is at hand.
   * @example M7EGBWLYYBKS4HCST432GMLDGFJCSEYN
   */
  secret: string;

  /** For a QR code: `otpauth://totp/…` */
  uri: string;
}

export class RecoveryCodesResponse {
  /**
   * New codes, each good once, shown this once; empty where the account already had some.
   * @example ["abcde-fghjk"]
   */
  recoveryCodes: string[];
}

export class AddPasskeyDto extends PasskeyAnswerDto {
  /**
   * What you call the device.
   * @example "Phone of the office"
   */
  @IsLine(MAX_NAME)
  name: string;
}

export class RenamePasskeyDto {
  /** @example "Phone of the office" */
  @IsLine(MAX_NAME)
  name: string;
}

export class PasskeyResponse {
  id: string;

  /** @example "Phone of the office" */
  name: string;

  /** Kept on several devices by their maker. */
  synced: boolean;

  /**
   * RFC 3339.
   * @example 2027-02-01T03:19:05.678Z
   */
  createdAt: string;

  /** RFC 3339; null before the first use. */
  lastUsedAt: string | null;

  /** Also the ETag. */
  version: number;
}

export class PasskeysResponse {
  /** Oldest first. */
  items: PasskeyResponse[];
}

export class AddedPasskeyResponse extends RecoveryCodesResponse {
  passkey: PasskeyResponse;
}

export function toPasskeyResponse({ createdAt, lastUsedAt, ...passkey }: Passkey): PasskeyResponse {
  return {
    ...passkey,
    createdAt: createdAt.toISOString(),
    lastUsedAt: lastUsedAt?.toISOString() ?? null,
  };
}
