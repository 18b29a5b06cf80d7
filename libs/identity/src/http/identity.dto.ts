import { IsEmail, IsIn, IsObject, IsTimeZone, IsUUID, MaxLength, ValidateIf } from 'class-validator';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IfSent, IsLanguageTag, IsLine, IsWritten } from '#libs/platform/fields';
import { SECOND_FACTOR_METHODS, type SecondFactorMethod } from '../domain/second-factor.js';

export const MAX_EMAIL = 254;

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

export class TokenDto {
  /**
   * The token of the mail.
   * @example 2p8Xb1pWJkLrGq0v5c9sT4yZ7uN3mH6eQaDfIoRxKwE
   */
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

export class ForgotPasswordDto {
  /** @example minh@example.org */
  @IsWritten(1, MAX_EMAIL)
  email: string;
}

export class ResetPasswordDto extends TokenDto {
  /**
   * 15 to 128 characters; length is all that is asked.
   * @example "staple battery horse correct"
   */
  @IsWritten(15, 128)
  password: string;
}

/** What an authenticator answers, as `@simplewebauthn/browser` gives it. */
export class PasskeyAnswerDto {
  /**
   * The challenge that is answered; each is good for one answer.
   * @example 01890000-0000-7000-8000-000000000001
   */
  @IsUUID()
  challengeId: string;

  /** `PublicKeyCredential.toJSON()` */
  @ApiProperty({ type: 'object', additionalProperties: true, example: { id: 'AAAA', type: 'public-key' } })
  @IsObject()
  response: Record<string, unknown>;
}

export class FinishSignInDto {
  /**
   * The `token` of the problem `auth/second-factor-required`.
   * @example 2p8Xb1pWJkLrGq0v5c9sT4yZ7uN3mH6eQaDfIoRxKwE
   */
  @IsWritten(1, 200)
  token: string;

  @ApiProperty({ enum: SECOND_FACTOR_METHODS, example: 'totp' })
  @IsIn(SECOND_FACTOR_METHODS)
  method: SecondFactorMethod;

  /**
   * Of the authenticator app, or a recovery code; needed for both.
   * @example "123456"
   */
  @ApiPropertyOptional()
  @ValidateIf(({ method }: FinishSignInDto) => method !== 'passkey')
  @IsWritten(1, 64)
  code?: string;

  /** Needed for a passkey. */
  @ApiPropertyOptional({ format: 'uuid' })
  @ValidateIf(({ method }: FinishSignInDto) => method === 'passkey')
  @IsUUID()
  challengeId?: string;

  /** Needed for a passkey: `PublicKeyCredential.toJSON()` */
  @ApiPropertyOptional({ type: 'object', additionalProperties: true })
  @ValidateIf(({ method }: FinishSignInDto) => method === 'passkey')
  @IsObject()
  response?: Record<string, unknown>;
}

export class PasskeyQuestionResponse {
  /** Send it back with the answer. */
  challengeId: string;

  /** For `startAuthentication({ optionsJSON })` or `startRegistration({ optionsJSON })`. */
  @ApiProperty({ type: 'object', additionalProperties: true })
  options: object;
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
