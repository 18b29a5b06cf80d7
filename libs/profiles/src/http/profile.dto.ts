import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { ArrayUnique, IsArray, IsIn, IsInt, IsOptional, Max, Min, ValidateNested } from 'class-validator';
import type { PersonCard } from '#libs/identity';
import type { Actor } from '#libs/kernel';
import {
  IfSent,
  IsCodes,
  IsLanguages,
  IsLanguageTag,
  IsMonths,
  IsWritten,
  MAX_TEXT,
} from '#libs/platform/fields';
import type { SaveProfileInput } from '../app/save-profile.js';
import type { TranslationInput } from '../app/translation-input.js';
import {
  originalsOf,
  type Profile,
  type ProfileChanges,
  type ProfileText,
  WORKING_MODES,
  type WorkingMode,
} from '../domain/profile.js';
import { abilitiesFor } from '../domain/profile.policy.js';
import { localized } from '../domain/translations.js';
import { CapacityDto } from './capacity.dto.js';
import { FactResponse, toFactResponse } from './fact.dto.js';
import { FeeRangeDto } from './fees.dto.js';
import { LocalizedTextResponse, toLocalizedText, TranslationDto } from './localized-text.dto.js';

/** What may stay unsaid; null says "not stated". */
class OpenProfileFields {
  /** @example "Inbound agency for Korean golf and meeting groups." */
  @IsOptional()
  @IsWritten(0, MAX_TEXT)
  summary?: string | null;

  /** @example "Tee times on six courses, Korean-speaking guides" */
  @IsOptional()
  @IsWritten(0, MAX_TEXT)
  offerText?: string | null;

  /** @example "Agencies in southern Korea" */
  @IsOptional()
  @IsWritten(0, MAX_TEXT)
  seekText?: string | null;

  /**
   * Taxonomy codes of kind `sector`.
   * @example ["sec.dmc"]
   */
  @IsOptional()
  @IsCodes()
  sectors?: string[] | null;

  /**
   * Taxonomy codes of kind `theme`.
   * @example ["thm.golf"]
   */
  @IsOptional()
  @IsCodes()
  themes?: string[] | null;

  /**
   * Kinds of collaboration offered.
   * @example ["col.supply"]
   */
  @IsOptional()
  @IsCodes()
  offers?: string[] | null;

  /**
   * Kinds of collaboration sought.
   * @example ["col.distribution"]
   */
  @IsOptional()
  @IsCodes()
  seeks?: string[] | null;

  /**
   * Source markets.
   * @example ["mkt.kr"]
   */
  @IsOptional()
  @IsCodes()
  markets?: string[] | null;

  /**
   * Taxonomy codes of kind `certification`.
   * @example ["crt.license"]
   */
  @IsOptional()
  @IsCodes()
  certifications?: string[] | null;

  /**
   * Taxonomy codes of kind `consulting_area`.
   * @example ["con.policy"]
   */
  @IsOptional()
  @IsCodes()
  consultingAreas?: string[] | null;

  /**
   * BCP 47 languages of service.
   * @example ["vi", "ko"]
   */
  @IsOptional()
  @IsLanguages()
  languages?: string[] | null;

  /**
   * Months of operation, 1 to 12.
   * @example [3, 4, 5]
   */
  @IsOptional()
  @IsMonths()
  operatingMonths?: number[] | null;

  /** How advice is given. */
  @IsOptional()
  @IsArray()
  @ArrayUnique()
  @IsIn(WORKING_MODES, { each: true })
  @ApiProperty({ enum: WORKING_MODES, isArray: true, nullable: true, required: false })
  modes?: WorkingMode[] | null;

  @IsOptional()
  @ValidateNested()
  @Type(() => CapacityDto)
  capacity?: CapacityDto | null;

  /** What a consultant asks for. */
  @IsOptional()
  @ValidateNested()
  @Type(() => FeeRangeDto)
  fees?: FeeRangeDto | null;

  /**
   * Engagements a consultant takes on at once.
   * @example 3
   */
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(1_000)
  loadLimit?: number | null;
}

/** The whole profile: what is not sent is not stated. */
export class SaveProfileDto extends OpenProfileFields implements SaveProfileInput {
  /**
   * BCP 47 language of the texts.
   * @example en
   */
  @IsLanguageTag()
  language: string;
}

/** Replaces the fields that are sent; null clears one. */
export class EditProfileDto extends OpenProfileFields implements ProfileChanges {
  /** @example en */
  @IfSent()
  @IsLanguageTag()
  language?: string;
}

export class ProfileTextsDto {
  /** @example "Inbound agency for Korean golf and meeting groups." */
  @IsOptional()
  @IsWritten(0, MAX_TEXT)
  summary?: string | null;

  @IsOptional()
  @IsWritten(0, MAX_TEXT)
  offerText?: string | null;

  @IsOptional()
  @IsWritten(0, MAX_TEXT)
  seekText?: string | null;
}

/** The sent texts in one language; null takes a translation away. */
export class TranslateProfileDto extends TranslationDto implements TranslationInput<ProfileText> {
  @ValidateNested()
  @Type(() => ProfileTextsDto)
  texts: ProfileTextsDto;
}

/** The texts of a profile for a reader, each with all its languages; null where nothing is written. */
export class ProfileTextsResponse {
  summary: LocalizedTextResponse | null;
  offerText: LocalizedTextResponse | null;
  seekText: LocalizedTextResponse | null;
}

/** What the reader may do with a profile now. */
export class ProfileAbilitiesResponse {
  update: boolean;
}

export class ProfileResponse {
  organizationId: string;

  /** BCP 47 language in which `summary`, `offerText` and `seekText` were written. */
  language: string;
  summary: string | null;
  offerText: string | null;
  seekText: string | null;

  /** The same texts for a reader, and in all their languages. */
  texts: ProfileTextsResponse;
  sectors: string[];
  themes: string[];
  offers: string[];
  seeks: string[];
  markets: string[];
  certifications: string[];
  consultingAreas: string[];
  languages: string[];
  operatingMonths: number[];

  @ApiProperty({ enum: WORKING_MODES, isArray: true })
  modes: WorkingMode[];

  @ApiProperty({ type: CapacityDto, nullable: true })
  capacity: CapacityDto | null;

  @ApiProperty({ type: FeeRangeDto, nullable: true })
  fees: FeeRangeDto | null;

  @ApiProperty({ type: 'integer', nullable: true })
  loadLimit: number | null;

  fact: FactResponse;

  /** Also the ETag. */
  version: number;
  createdAt: string;
  updatedAt: string;
  abilities: ProfileAbilitiesResponse;
}

/** @param language of the reader; undefined: as it was written */
export function toProfileResponse(
  actor: Actor,
  profile: Profile,
  owner: PersonCard | null,
  language: string | undefined,
): ProfileResponse {
  return {
    organizationId: profile.organizationId,
    language: profile.language,
    summary: profile.summary,
    offerText: profile.offerText,
    seekText: profile.seekText,
    texts: textsOf(profile, language),
    sectors: [...profile.sectors],
    themes: [...profile.themes],
    offers: [...profile.offers],
    seeks: [...profile.seeks],
    markets: [...profile.markets],
    certifications: [...profile.certifications],
    consultingAreas: [...profile.consultingAreas],
    languages: [...profile.languages],
    operatingMonths: [...profile.operatingMonths],
    modes: [...profile.modes],
    capacity: profile.capacity,
    fees: profile.fees,
    loadLimit: profile.loadLimit,
    fact: toFactResponse(profile, owner),
    version: profile.version,
    createdAt: profile.createdAt.toISOString(),
    updatedAt: profile.updatedAt.toISOString(),
    abilities: abilitiesFor(actor, profile.organizationId),
  };
}

function textsOf(profile: Profile, language: string | undefined): ProfileTextsResponse {
  const originals = originalsOf(profile);
  const of = (field: ProfileText): LocalizedTextResponse | null =>
    toLocalizedText(localized(originals, profile.translations, field, profile.updatedAt), language);
  return { summary: of('summary'), offerText: of('offerText'), seekText: of('seekText') };
}
