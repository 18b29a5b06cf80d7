import { Type } from 'class-transformer';
import { IsInt, IsOptional, Max, Min, ValidateNested } from 'class-validator';
import {
  IfSent,
  IsCodes,
  IsDay,
  IsLanguages,
  IsLanguageTag,
  IsLine,
  IsMonths,
  IsWritten,
  MAX_TEXT,
  MAX_TITLE,
  PeriodDto,
} from '#libs/platform/fields';
import type { CreateOpportunityInput } from '../app/create-opportunity.js';
import type { OpportunityChanges, RequirementsInput } from '../domain/opportunity.js';

/** What a partner must have; what is not sent asks nothing. */
export class RequirementsDto implements RequirementsInput {
  /**
   * BCP 47 languages of service.
   * @example ["ko"]
   */
  @IsOptional()
  @IsLanguages()
  languages?: string[] | null;

  /**
   * Taxonomy codes of kind `certification`.
   * @example ["crt.halal"]
   */
  @IsOptional()
  @IsCodes()
  certifications?: string[] | null;

  /**
   * Months of operation, 1 to 12.
   * @example [3, 4, 5]
   */
  @IsOptional()
  @IsMonths()
  months?: number[] | null;

  /**
   * Guests at a time, at least.
   * @example 100
   */
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(1_000_000)
  capacityMin?: number | null;

  /** Guests at a time, at most. */
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(1_000_000)
  capacityMax?: number | null;
}

/** Fields that may stay open; null says "not stated". */
class OpenOpportunityFields {
  /**
   * What is sought, in the language of the opportunity; needed for publication.
   * @example "The city looks for companies that receive Korean business groups of 100 guests."
   */
  @IsOptional()
  @IsWritten(0, MAX_TEXT)
  text?: string | null;

  /**
   * Taxonomy codes of kind `collaboration`.
   * @example ["col.supply"]
   */
  @IsOptional()
  @IsCodes()
  collaboration?: string[] | null;

  /**
   * Taxonomy codes of kind `theme`.
   * @example ["thm.golf", "thm.mice"]
   */
  @IsOptional()
  @IsCodes()
  themes?: string[] | null;

  /**
   * Taxonomy codes of kind `market`.
   * @example ["mkt.kr"]
   */
  @IsOptional()
  @IsCodes()
  markets?: string[] | null;

  @IsOptional()
  @ValidateNested()
  @Type(() => RequirementsDto)
  requirements?: RequirementsDto | null;

  /**
   * Last day for answers; the day ends in UTC.
   * @example 2027-01-31
   */
  @IsOptional()
  @IsDay()
  deadline?: string | null;

  @IsOptional()
  @ValidateNested()
  @Type(() => PeriodDto)
  period?: PeriodDto | null;
}

export class CreateOpportunityDto extends OpenOpportunityFields implements CreateOpportunityInput {
  /** @example "Golf and meeting packages for Korean groups" */
  @IsLine(MAX_TITLE)
  title: string;

  /**
   * BCP 47 language of title and text.
   * @example en
   */
  @IsLanguageTag()
  language: string;
}

/** Replaces the fields that are sent; null clears one. */
export class EditOpportunityDto extends OpenOpportunityFields implements OpportunityChanges {
  /** @example "Golf and meeting packages for Korean groups" */
  @IfSent()
  @IsLine(MAX_TITLE)
  title?: string;

  /** @example en */
  @IfSent()
  @IsLanguageTag()
  language?: string;
}
