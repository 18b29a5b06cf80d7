import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsBoolean,
  IsInt,
  IsTimeZone,
  Matches,
  Max,
  Min,
  ValidateIf,
  ValidateNested,
} from 'class-validator';
import {
  ORGANIZATION_KINDS,
  ORGANIZATION_STATES,
  type OrganizationKind,
  type OrganizationState,
} from '#libs/contracts';
import type { PersonAccount } from '#libs/identity';
import { IfSent, IsLanguages, IsLanguageTag, IsLine } from '#libs/platform/fields';
import type { OwnMembership } from '../domain/organization.js';

const CLOCK = /^([01]\d|2[0-3]):[0-5]\d$/;
const CLOCK_END = /^(([01]\d|2[0-3]):[0-5]\d|24:00)$/;

/** The hours of one weekday, by the wall clock of the person's time zone. */
export class WorkingHoursDto {
  /**
   * ISO 8601: 1 is Monday, 7 is Sunday; each once at most.
   * @example 1
   */
  @IsInt()
  @Min(1)
  @Max(7)
  weekday: number;

  /** @example "09:00" */
  @Matches(CLOCK)
  from: string;

  /**
   * Later than `from`; `24:00` is the end of the day.
   * @example "18:00"
   */
  @Matches(CLOCK_END)
  to: string;
}

/** Replaces the fields that are sent. */
export class UpdateMeDto {
  /** @example "Trần Văn Minh" */
  @IfSent()
  @IsLine(100)
  displayName?: string;

  /**
   * Your name in Latin letters, for readers of other scripts; null: none.
   * @example "Tran Van Minh"
   */
  @IfSent()
  @ValidateIf((_, value) => value !== null)
  @IsLine(100)
  latinName?: string | null;

  /**
   * BCP 47; the languages you speak with others, best first.
   * @example ["vi", "en"]
   */
  @IfSent()
  @IsLanguages(12)
  languages?: string[];

  /** When you can be reached; a weekday that is absent is a day off. */
  @IfSent()
  @IsArray()
  @ArrayMaxSize(7)
  @ValidateNested({ each: true })
  @Type(() => WorkingHoursDto)
  workingHours?: WorkingHoursDto[];

  /** Whether the directory may show you to members of other organizations. */
  @IfSent()
  @IsBoolean()
  discoverable?: boolean;

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

  /** Slugs of second entries that were merged into it; an address with one leads here. */
  formerSlugs: string[];

  /** @example Busan */
  name: string;

  /**
   * As it is written at home.
   * @example 부산광역시
   */
  nameLocal: string | null;

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

  /** In Latin letters. */
  latinName: string | null;

  /** BCP 47. */
  language: string;

  /** BCP 47; spoken, best first. */
  languages: string[];

  /** By the wall clock of `timeZone`, Monday first. */
  workingHours: WorkingHoursDto[];

  /** Agreed to be found in the directory. */
  discoverable: boolean;

  /** IANA time zone. */
  timeZone: string;
  organizations: OwnOrganizationResponse[];

  /** Also the ETag. */
  version: number;
}

export function toMeResponse(person: PersonAccount, seats: readonly OwnMembership[]): MeResponse {
  const { id, email, displayName, latinName, language, timeZone, version } = person;
  const { languages, workingHours, discoverable } = person;
  const organizations = seats.map(({ organizationId, slug, formerSlugs, ...seat }) => ({
    id: organizationId,
    slug,
    formerSlugs: [...formerSlugs],
    name: seat.name,
    nameLocal: seat.nameLocal,
    kind: seat.kind,
    state: seat.state,
    role: seat.role,
    signatory: seat.signatory,
  }));
  return {
    id,
    email,
    displayName,
    latinName,
    language,
    languages: [...languages],
    timeZone,
    workingHours: [...workingHours],
    discoverable,
    organizations,
    version,
  };
}
