import { ApiProperty } from '@nestjs/swagger';
import { Transform, Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsBoolean,
  IsIn,
  IsInt,
  IsOptional,
  IsUUID,
  Max,
  Min,
  ValidateNested,
} from 'class-validator';
import type { Actor } from '#libs/kernel';
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
  Repeated,
} from '#libs/platform/fields';
import { PageQuery } from '#libs/platform/http';
import type { CreateOpportunityInput } from '../app/create-opportunity.js';
import {
  OPPORTUNITY_STATES,
  type Opportunity,
  type OpportunityChanges,
  type OpportunityState,
  type RequirementsInput,
} from '../domain/opportunity.js';
import { abilitiesFor } from '../domain/opportunity.policy.js';

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

/** Values of one filter are alternatives; several filters must all hold. */
export class ListOpportunitiesQuery extends PageQuery {
  /** Those of the acting organization, in every state, instead of everybody's published ones. */
  @IsOptional()
  @Transform(({ value }: { value: unknown }) => (value === 'true' ? true : value === 'false' ? false : value))
  @IsBoolean()
  mine?: boolean;

  /** Only with `mine=true`. */
  @IsOptional()
  @Repeated()
  @IsIn(OPPORTUNITY_STATES, { each: true })
  @ApiProperty({ enum: OPPORTUNITY_STATES, isArray: true, required: false })
  state?: OpportunityState[];

  @IsOptional()
  @Repeated()
  @ArrayMaxSize(50)
  @IsUUID('all', { each: true })
  organizationId?: string[];

  /** @example ["thm.golf"] */
  @IsOptional()
  @Repeated()
  @IsCodes()
  theme?: string[];

  /** @example ["col.supply"] */
  @IsOptional()
  @Repeated()
  @IsCodes()
  collaboration?: string[];

  /** @example ["mkt.kr"] */
  @IsOptional()
  @Repeated()
  @IsCodes()
  market?: string[];
}

export class RequirementsResponse {
  languages: string[];
  certifications: string[];
  months: number[];
  capacityMin: number | null;
  capacityMax: number | null;
}

/** What the reader may do with an opportunity now. */
export class OpportunityAbilitiesResponse {
  update: boolean;
  publish: boolean;
  close: boolean;
}

/** An opportunity in a list. */
export class OpportunityCardResponse {
  id: string;
  organizationId: string;
  title: string;
  language: string;
  collaboration: string[];
  themes: string[];
  markets: string[];
  deadline: string | null;

  @ApiProperty({ type: PeriodDto, nullable: true })
  period: PeriodDto | null;

  @ApiProperty({ enum: OPPORTUNITY_STATES })
  state: OpportunityState;

  /** Also the ETag. */
  version: number;

  /** When it was published; of a draft, when it was begun. */
  listedAt: string;
}

export class OpportunityResponse extends OpportunityCardResponse {
  /** Person who began it. */
  createdBy: string;
  text: string | null;
  requirements: RequirementsResponse;
  createdAt: string;
  updatedAt: string;
  abilities: OpportunityAbilitiesResponse;
}

export class OpportunityPageResponse {
  items: OpportunityCardResponse[];
  nextCursor: string | null;
  total?: number;
  totalCapped?: boolean;
}

export function toOpportunityCard(opportunity: Opportunity): OpportunityCardResponse {
  return {
    id: opportunity.id,
    organizationId: opportunity.organizationId,
    title: opportunity.title,
    language: opportunity.language,
    collaboration: [...opportunity.collaboration],
    themes: [...opportunity.themes],
    markets: [...opportunity.markets],
    deadline: opportunity.deadline,
    period: opportunity.period,
    state: opportunity.state,
    version: opportunity.version,
    listedAt: opportunity.listedAt.toISOString(),
  };
}

export function toOpportunityResponse(actor: Actor, opportunity: Opportunity): OpportunityResponse {
  const { languages, certifications, months, capacityMin, capacityMax } = opportunity.requirements;
  return {
    ...toOpportunityCard(opportunity),
    createdBy: opportunity.createdBy,
    text: opportunity.text,
    requirements: {
      languages: [...languages],
      certifications: [...certifications],
      months: [...months],
      capacityMin,
      capacityMax,
    },
    createdAt: opportunity.createdAt.toISOString(),
    updatedAt: opportunity.updatedAt.toISOString(),
    abilities: abilitiesFor(actor, opportunity),
  };
}
