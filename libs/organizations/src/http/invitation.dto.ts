import { ApiProperty } from '@nestjs/swagger';
import { IsBoolean, IsEmail, IsInt, IsTimeZone, Max, MaxLength, Min } from 'class-validator';
import { ORGANIZATION_KINDS, type OrganizationKind } from '#libs/contracts';
import { IfSent, IsLanguageTag, IsLine, IsWritten } from '#libs/platform/fields';
import type { OpenInvitation } from '../app/invitations.reader.js';
import { type Invitation, MAX_INVITATION_DAYS, type ReceivedInvitation } from '../domain/invitation.js';

export class InviteMemberDto {
  /** @example minh@example.org */
  @IsEmail()
  @MaxLength(254)
  email: string;

  /**
   * A role of the organization's kind.
   * @example viewer
   */
  @IsLine(40)
  role: string;

  /** May sign for the organization; cities only. */
  @IfSent()
  @IsBoolean()
  signatory?: boolean;

  /**
   * BCP 47 language of the mail.
   * @example vi
   */
  @IfSent()
  @IsLanguageTag()
  language?: string;

  /**
   * Days until it expires; 14 when nothing is said.
   * @example 14
   */
  @IfSent()
  @IsInt()
  @Min(1)
  @Max(MAX_INVITATION_DAYS)
  days?: number;
}

export class InvitationTokenDto {
  /**
   * The token of the mail's link.
   * @example q6kV0m1m0Yl3a9cJ7yqO2n5v8x1z4B6D9G2J5M8P0S3
   */
  @IsWritten(1, 200)
  token: string;
}

export class RegisterByInvitationDto extends InvitationTokenDto {
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
   * BCP 47 language of screens and mails; the invitation's when nothing is said.
   * @example vi
   */
  @IfSent()
  @IsLanguageTag()
  language?: string;

  /**
   * IANA time zone.
   * @example Asia/Ho_Chi_Minh
   */
  @IfSent()
  @IsTimeZone()
  timeZone = 'UTC';
}

/** An open invitation, for who manages the members. */
export class InvitationResponse {
  id: string;

  /** @example minh@example.org */
  email: string;

  /** @example viewer */
  role: string;
  signatory: boolean;

  /** BCP 47. */
  language: string;
  expiresAt: string;
  createdAt: string;

  /** Also the ETag. */
  version: number;
}

export class InvitationPageResponse {
  items: InvitationResponse[];
  nextCursor: string | null;
}

/** The organization that invites. */
export class InvitingOrganizationResponse {
  id: string;

  /** @example busan */
  slug: string;

  /** @example Busan */
  name: string;

  /** @example 부산광역시 */
  nameLocal: string | null;

  @ApiProperty({ enum: ORGANIZATION_KINDS })
  kind: OrganizationKind;
}

/** An invitation, for whom it is addressed to. */
export class ReceivedInvitationResponse {
  id: string;
  organization: InvitingOrganizationResponse;

  /** @example viewer */
  role: string;
  signatory: boolean;
  expiresAt: string;
}

export class ReceivedInvitationPageResponse {
  items: ReceivedInvitationResponse[];
  nextCursor: string | null;
}

/** What the link of an invitation stands for. */
export class InvitationLinkResponse extends ReceivedInvitationResponse {
  /** The address it is bound to. */
  email: string;

  /** BCP 47. */
  language: string;

  /** The address has a confirmed account: sign in to accept. Otherwise register with the link. */
  hasAccount: boolean;
}

export class JoinedResponse {
  /** The organization in which there is a seat now. */
  organizationId: string;
}

export class RegisteredByInvitationResponse extends JoinedResponse {
  /** Sign in with it. */
  email: string;
}

export function toInvitationResponse(invitation: Invitation): InvitationResponse {
  const { id, email, role, signatory, language, expiresAt, createdAt, version } = invitation;
  return {
    id,
    email: email ?? '',
    role,
    signatory,
    language,
    expiresAt: expiresAt.toISOString(),
    createdAt: createdAt.toISOString(),
    version,
  };
}

export function toReceivedInvitationResponse(invitation: ReceivedInvitation): ReceivedInvitationResponse {
  return {
    id: invitation.id,
    organization: {
      id: invitation.organizationId,
      slug: invitation.organizationSlug,
      name: invitation.organizationName,
      nameLocal: invitation.organizationNameLocal,
      kind: invitation.organizationKind,
    },
    role: invitation.role,
    signatory: invitation.signatory,
    expiresAt: invitation.expiresAt.toISOString(),
  };
}

export function toInvitationLinkResponse(
  invitation: OpenInvitation,
  hasAccount: boolean,
): InvitationLinkResponse {
  const { email, language } = invitation;
  return { ...toReceivedInvitationResponse(invitation), email, language, hasAccount };
}
