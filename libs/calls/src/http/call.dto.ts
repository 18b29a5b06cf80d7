import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayUnique,
  IsArray,
  IsBoolean,
  IsInt,
  IsISO4217CurrencyCode,
  IsOptional,
  IsTimeZone,
  IsUUID,
  Max,
  Min,
  ValidateNested,
} from 'class-validator';
import {
  IfSent,
  IsCodes,
  IsLanguageTag,
  IsLine,
  IsWritten,
  MAX_TEXT,
  MAX_TITLE,
} from '#libs/platform/fields';
import type { CreateCallInput } from '../app/create-call.js';
import { type CallChanges, LEAST_QUORUM } from '../domain/call-content.js';
import {
  CallTranslationDto,
  ConflictRuleDto,
  CriterionDto,
  EligibilityRuleDto,
  MOST_CRITERIA,
  QuotaDto,
  StageDto,
} from './call-terms.dto.js';

const MAX_REASON = 2_000;

/** Fields that may stay open in a draft; null clears one. */
class OpenCallFields {
  /**
   * What is sought, for whom and to what end; needed for publication.
   * @example "Three partners from three countries make one product for the evening hours."
   */
  @IsOptional()
  @IsWritten(0, MAX_TEXT)
  summary?: string | null;

  /** Title and summary in further languages. */
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(20)
  @ValidateNested({ each: true })
  @Type(() => CallTranslationDto)
  translations?: CallTranslationDto[] | null;

  /**
   * Taxonomy codes of kind `theme`: whom the announcement concerns. None: of whatever theme.
   * @example ["thm.festival"]
   */
  @IsOptional()
  @IsCodes()
  themes?: string[] | null;

  /** One, or a concept and then a full proposal. */
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(2)
  @ValidateNested({ each: true })
  @Type(() => StageDto)
  stages?: StageDto[] | null;

  @IsOptional()
  @IsArray()
  @ArrayMaxSize(MOST_CRITERIA)
  @ValidateNested({ each: true })
  @Type(() => CriterionDto)
  criteria?: CriterionDto[] | null;

  /**
   * Reviews a proposal needs.
   * @example 2
   */
  @IfSent()
  @IsInt()
  @Min(LEAST_QUORUM)
  @Max(9)
  quorum?: number;

  /**
   * Percent of the scale by which two totals may differ before a further reviewer is asked.
   * @example 25
   */
  @IfSent()
  @IsInt()
  @Min(1)
  @Max(100)
  spreadLimit?: number;

  @IsOptional()
  @ValidateNested()
  @Type(() => ConflictRuleDto)
  conflictRule?: ConflictRuleDto | null;

  /** Reviewers do not see who proposes. */
  @IfSent()
  @IsBoolean()
  isBlind?: boolean;

  /** Who decides; never who runs the call. */
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(20)
  @ArrayUnique()
  @IsUUID('all', { each: true })
  decidingOrganizationIds?: string[] | null;

  @IsOptional()
  @IsArray()
  @ArrayMaxSize(30)
  @ValidateNested({ each: true })
  @Type(() => QuotaDto)
  quotas?: QuotaDto[] | null;

  /**
   * ISO 4217 of all budgets.
   * @example USD
   */
  @IsOptional()
  @IsISO4217CurrencyCode()
  budgetCurrency?: string | null;

  /**
   * What one proposal may ask for, in minor units of that currency.
   * @example 5000000
   */
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(Number.MAX_SAFE_INTEGER)
  maxBudgetMinor?: number | null;

  /** Numbered from 1. */
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(40)
  @ValidateNested({ each: true })
  @Type(() => EligibilityRuleDto)
  eligibility?: EligibilityRuleDto[] | null;
}

export class CreateCallDto extends OpenCallFields implements CreateCallInput {
  /** @example "Evenings by the sea: joint products of three countries" */
  @IsLine(MAX_TITLE)
  title: string;

  /**
   * BCP 47 of title, summary, questions, criteria and rules.
   * @example en
   */
  @IsLanguageTag()
  language: string;

  /**
   * IANA zone in which the deadlines are meant.
   * @example Asia/Seoul
   */
  @IsTimeZone()
  zone: string;
}

/** Replaces the fields that are sent; null clears one. */
export class EditCallDto extends OpenCallFields implements CallChanges {
  /** @example "Evenings by the sea: joint products of three countries" */
  @IfSent()
  @IsLine(MAX_TITLE)
  title?: string;

  /** @example en */
  @IfSent()
  @IsLanguageTag()
  language?: string;

  /** @example Asia/Seoul */
  @IfSent()
  @IsTimeZone()
  zone?: string;
}

/** New terms for a published call, and why. */
export class ChangeCallDto {
  /** The fields that are to be different. */
  @ValidateNested()
  @Type(() => EditCallDto)
  @ApiProperty({ type: EditCallDto })
  terms: EditCallDto;

  /**
   * For everybody concerned, in the language of the call.
   * @example "Two members asked for a week more, as a holiday lies before the deadline."
   */
  @IsWritten(1, MAX_REASON)
  reason: string;
}

export class CallOffDto {
  /**
   * For everybody concerned, in the language of the call.
   * @example "The money for this round was needed after the typhoon."
   */
  @IsWritten(1, MAX_REASON)
  reason: string;
}
