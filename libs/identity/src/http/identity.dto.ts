import { IsEmail, IsTimeZone, MaxLength } from 'class-validator';
import { IfSent, IsLanguageTag, IsLine, IsWritten } from '#libs/platform/fields';

const MAX_EMAIL = 254;

export class RegisterDto {
  /** @example minh@example.org */
  @IsEmail()
  @MaxLength(MAX_EMAIL)
  email: string;

  /**
   * 15 to 128 characters; length is all that is asked.
   * @example "correct horse battery staple"
   */
  @IsWritten(15, 128)
  password: string;

  /**
   * Your name as you write it.
   * @example "Trần Văn Minh"
   */
  @IsLine(100)
  displayName: string;

  /**
   * BCP 47 language of screens and mails.
   * @example vi
   */
  @IfSent()
  @IsLanguageTag()
  language = 'en';

  /**
   * IANA time zone.
   * @example Asia/Ho_Chi_Minh
   */
  @IfSent()
  @IsTimeZone()
  timeZone = 'UTC';
}

export class ConfirmEmailDto {
  /** The token of the mail. */
  @IsWritten(1, 200)
  token: string;
}

export class LoginDto {
  /** @example minh@example.org */
  @IsWritten(1, MAX_EMAIL)
  email: string;

  /** @example "correct horse battery staple" */
  @IsWritten(1, 1024)
  password: string;
}

/** What a client holds while it is signed in; the refresh token travels in the cookie `ttn_refresh`. */
export class SignedInResponse {
  /** Send it as `Authorization: Bearer …`. */
  accessToken: string;

  /**
   * End of the access token, RFC 3339.
   * @example 2027-02-01T03:19:05.678Z
   */
  expiresAt: string;
}
