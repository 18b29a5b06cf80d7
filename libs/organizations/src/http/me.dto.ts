import { ApiProperty } from '@nestjs/swagger';
import { IsTimeZone } from 'class-validator';
import {
  ORGANIZATION_KINDS,
  ORGANIZATION_STATES,
  type OrganizationKind,
  type OrganizationState,
} from '#libs/contracts';
import type { PersonAccount } from '#libs/identity';
import { IfSent, IsLanguageTag, IsLine } from '#libs/platform/fields';
import type { OwnMembership } from '../domain/organization.js';

/** Replaces the fields that are sent. */
export class UpdateMeDto {
  /** @example "Trần Văn Minh" */
  @IfSent()
  @IsLine(100)
  displayName?: string;

  /**
   * BCP 47 language of screens and mails.
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
  timeZone?: string;
}

/** A seat of the signed-in person. */
export class OwnOrganizationResponse {
  /** The organization; send it as `X-Organization-Id`. */
  id: string;

  /** @example busan */
  slug: string;

  /** @example Busan */
  name: string;

  @ApiProperty({ enum: ORGANIZATION_KINDS })
  kind: OrganizationKind;

  /** An applicant, or a suspended one, has fewer rights. */
  @ApiProperty({ enum: ORGANIZATION_STATES })
  state: OrganizationState;

  /** @example owner */
  role: string;

  /** May sign for the organization. */
  signatory: boolean;
}

export class MeResponse {
  /** The person. */
  id: string;
  email: string;
  displayName: string;

  /** BCP 47. */
  language: string;

  /** IANA time zone. */
  timeZone: string;
  organizations: OwnOrganizationResponse[];

  /** Also the ETag. */
  version: number;
}

export function toMeResponse(person: PersonAccount, seats: readonly OwnMembership[]): MeResponse {
  const { id, email, displayName, language, timeZone, version } = person;
  const organizations = seats.map(({ organizationId, slug, name, kind, state, role, signatory }) => ({
    id: organizationId,
    slug,
    name,
    kind,
    state,
    role,
    signatory,
  }));
  return { id, email, displayName, language, timeZone, organizations, version };
}
