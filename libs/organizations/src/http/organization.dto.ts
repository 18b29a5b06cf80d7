import { ApiProperty } from '@nestjs/swagger';
import {
  ArrayMaxSize,
  ArrayUnique,
  IsArray,
  IsFQDN,
  IsIn,
  IsOptional,
  IsUrl,
  Matches,
  MaxLength,
} from 'class-validator';
import {
  CERTAINTIES,
  type Certainty,
  ORGANIZATION_KINDS,
  ORGANIZATION_STATES,
  type OrganizationKind,
  type OrganizationState,
  TPO_MEMBERSHIPS,
  type TpoMembership,
} from '#libs/contracts';
import type { LocalizedText } from '#libs/kernel';
import { IfSent, IsLanguages, IsLine, IsWritten, MAX_TITLE, Repeated } from '#libs/platform/fields';
import { PageQuery } from '#libs/platform/http';
import type { OrganizationDetails } from '../app/organization-details.reader.js';
import type { Country } from '../domain/country.js';
import type { OrganizationCard } from '../domain/organization.js';
import { MemberResponse, toMemberResponse } from './member.dto.js';

export class ListOrganizationsQuery extends PageQuery {
  /** Only these kinds; repeat it for several. */
  @IsOptional()
  @Repeated()
  @IsIn(ORGANIZATION_KINDS, { each: true })
  @ApiProperty({ enum: ORGANIZATION_KINDS, isArray: true, required: false })
  kind?: OrganizationKind[];

  /** Only these countries, ISO 3166-1 alpha-2; repeat it for several. */
  @IsOptional()
  @Repeated()
  @Matches(/^[A-Z]{2}$/, { each: true })
  @ApiProperty({ type: String, isArray: true, required: false, example: ['KR', 'VN'] })
  country?: string[];

  /**
   * Part of a name, in any script and with or without diacritics.
   * @example 다낭
   */
  @IsOptional()
  @IsWritten(1, MAX_TITLE)
  q?: string;
}

/** Replaces the fields that are sent; null clears one. */
export class UpdateOrganizationDto {
  /**
   * In Latin script.
   * @example Busan
   */
  @IfSent()
  @IsLine(MAX_TITLE)
  name?: string;

  /**
   * As it is written at home.
   * @example 부산광역시
   */
  @IsOptional()
  @IsLine(MAX_TITLE)
  nameLocal?: string | null;

  /** @example Busan */
  @IsOptional()
  @IsLine(MAX_TITLE)
  adminRegion?: string | null;

  /**
   * BCP 47 languages its people work in.
   * @example ["ko", "en"]
   */
  @IfSent()
  @IsLanguages()
  languages?: string[];

  /**
   * Further names, in any script; all of them.
   * @example ["Pusan", "釜山"]
   */
  @IfSent()
  @IsArray()
  @ArrayMaxSize(20)
  @ArrayUnique()
  @IsLine(MAX_TITLE, { each: true })
  aliases?: string[];

  /** @example https://www.visitbusan.example */
  @IsOptional()
  @IsUrl({ protocols: ['http', 'https'], require_protocol: true })
  @MaxLength(300)
  website?: string | null;

  /**
   * As the country's register writes it. Seen by its own people and the secretariat.
   * @example 123-45-67890
   */
  @IsOptional()
  @IsLine(60)
  registrationNumber?: string | null;

  /**
   * Of its people's addresses. Seen by its own people and the secretariat.
   * @example busan.go.kr
   */
  @IsOptional()
  @IsFQDN()
  @MaxLength(253)
  emailDomain?: string | null;
}

/** An organization in a list. */
export class OrganizationCardResponse {
  id: string;

  /** @example busan */
  slug: string;

  /** @example Busan */
  name: string;

  /** @example 부산광역시 */
  nameLocal: string | null;

  @ApiProperty({ enum: ORGANIZATION_KINDS })
  kind: OrganizationKind;

  /**
   * ISO 3166-1 alpha-2.
   * @example KR
   */
  country: string;

  /** The member city it sits in, where that is known. */
  city: string | null;
  cityId: string | null;

  @ApiProperty({ enum: ORGANIZATION_STATES })
  state: OrganizationState;

  @ApiProperty({ enum: TPO_MEMBERSHIPS })
  tpoMembership: TpoMembership;

  /** Invented for the demonstration; show it as such. */
  fictional: boolean;
  demo: boolean;
}

export class OrganizationPageResponse {
  items: OrganizationCardResponse[];
  nextCursor: string | null;
  total?: number;
  totalCapped?: boolean;
}

/** A name in one language. */
export class NameResponse {
  /** BCP 47. */
  language: string;
  text: string;
}

export class CountryResponse {
  /** @example KR */
  code: string;
  names: NameResponse[];
}

export class CountryPageResponse {
  items: CountryResponse[];
  nextCursor: string | null;
}

/** What the reader may do with the organization. */
export class OrganizationAbilitiesResponse {
  update: boolean;
  seeMembers: boolean;

  /** Invite, change and remove its people, hand the ownership over, close it. */
  manageMembers: boolean;

  /** Invite its first owner: nobody has a seat there yet. */
  inviteOwner: boolean;

  /** Make it part of another one, of which it is a second entry. */
  merge: boolean;
}

export class OrganizationResponse extends OrganizationCardResponse {
  countryNames: NameResponse[];
  languages: string[];
  adminRegion: string | null;

  /** Degrees, WGS 84 (GeoNames, CC BY 4.0). */
  lat: number | null;
  lon: number | null;

  /** Around 2020, rounded; not a statistic. */
  populationApprox: number | null;

  /** How sure the membership is. */
  @ApiProperty({ enum: CERTAINTIES, nullable: true, type: String })
  certainty: Certainty | null;
  membershipSource: string | null;
  membershipNote: string | null;

  /** Other spellings and names in other scripts. */
  aliases: string[];

  /** Those of them that its own people answer for; what PATCH of `aliases` replaces. */
  statedAliases: string[];
  website: string | null;

  /** Only for its own people and the secretariat; null for others. */
  registrationNumber: string | null;

  /** Only for its own people and the secretariat; null for others. */
  emailDomain: string | null;

  memberCount: number;

  /** Only for its own people and the secretariat; empty for others. */
  members: MemberResponse[];
  abilities: OrganizationAbilitiesResponse;

  /** Also the ETag. */
  version: number;
  createdAt: string;
  updatedAt: string;
}

export function toCardResponse(card: OrganizationCard): OrganizationCardResponse {
  const { id, slug, name, nameLocal, kind, country, city, cityId, state, tpoMembership } = card;
  const { fictional, demo } = card;
  return { id, slug, name, nameLocal, kind, country, city, cityId, state, tpoMembership, fictional, demo };
}

export function toOrganizationResponse(
  details: OrganizationDetails,
  country?: Country,
): OrganizationResponse {
  const { organization, aliases, statedAliases, identification, members, abilities } = details;
  return {
    ...toCardResponse(organization),
    countryNames: country ? toNames(country.names) : [],
    languages: [...organization.languages],
    adminRegion: organization.adminRegion,
    lat: organization.lat,
    lon: organization.lon,
    populationApprox: organization.populationApprox,
    certainty: organization.certainty,
    membershipSource: organization.membershipSource,
    membershipNote: organization.membershipNote,
    aliases: [...aliases],
    statedAliases: [...statedAliases],
    ...identification,
    memberCount: organization.memberCount,
    members: members.map(toMemberResponse),
    abilities,
    version: organization.version,
    createdAt: organization.createdAt.toISOString(),
    updatedAt: organization.updatedAt.toISOString(),
  };
}

export function toCountryResponse({ code, names }: Country): CountryResponse {
  return { code, names: toNames(names) };
}

const toNames = ({ texts }: LocalizedText): NameResponse[] =>
  Object.entries(texts).map(([language, { text }]) => ({ language, text }));
