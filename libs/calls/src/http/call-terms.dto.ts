import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayUnique,
  Equals,
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsOptional,
  Matches,
  Max,
  Min,
  ValidateNested,
} from 'class-validator';
import { ORGANIZATION_KINDS, type OrganizationKind } from '#libs/contracts';
import { IsLanguageTag, IsLine, IsMoment, IsWritten, MAX_TEXT, MAX_TITLE } from '#libs/platform/fields';
import {
  type CallTranslation,
  type ConflictRule,
  type Criterion,
  type EligibilityRule,
  type Quota,
  QUOTA_KEYS,
  type QuotaKey,
  type ScoreAnchor,
  STAGE_KEYS,
  type StageContent,
  type StageKey,
} from '../domain/call-terms.js';
import { FormQuestionDto, KEY, MOST_QUESTIONS } from './call-form.dto.js';

export const MOST_CRITERIA = 20;
const HIGHEST_SCORE = 10;
const BOUNDS = ['least', 'most'] as const;

/** What a score means, in words. */
export class ScoreAnchorDto implements ScoreAnchor {
  /** @example 5 */
  @IsInt()
  @Min(0)
  @Max(HIGHEST_SCORE)
  score: number;

  /** @example "Nobody offers this yet, and the partners show who would buy it." */
  @IsWritten(1, 1_000)
  words: string;
}

/** What reviewers score, in whole steps. */
export class CriterionDto implements Criterion {
  /** @example novelty */
  @Matches(KEY)
  key: string;

  /** @example "Novelty" */
  @IsLine(MAX_TITLE)
  title: string;

  /**
   * Percent; the weights of all criteria make 100.
   * @example 40
   */
  @IsInt()
  @Min(1)
  @Max(100)
  weight: number;

  /** @example 1 */
  @IsInt()
  @Min(0)
  @Max(HIGHEST_SCORE)
  min: number;

  /** @example 5 */
  @IsInt()
  @Min(0)
  @Max(HIGHEST_SCORE)
  max: number;

  /** Both ends of the scale have words. */
  @IsArray()
  @ArrayMaxSize(HIGHEST_SCORE + 1)
  @ValidateNested({ each: true })
  @Type(() => ScoreAnchorDto)
  anchors: ScoreAnchorDto[];
}

/** A round of a call. */
export class StageDto implements StageContent {
  @IsIn(STAGE_KEYS)
  @ApiProperty({ enum: STAGE_KEYS, example: 'full' })
  key: StageKey;

  /** RFC 3339; answered in UTC. */
  @IsOptional()
  @IsMoment()
  @ApiProperty({
    type: 'string',
    nullable: true,
    required: false,
    default: null,
    example: '2027-03-01T00:00:00Z',
  })
  opensAt: string | null = null;

  /** From this moment on nothing is taken any more. */
  @IsOptional()
  @IsMoment()
  @ApiProperty({
    type: 'string',
    nullable: true,
    required: false,
    default: null,
    example: '2027-04-30T08:00:00Z',
  })
  closesAt: string | null = null;

  @IsArray()
  @ArrayMaxSize(MOST_QUESTIONS)
  @ValidateNested({ each: true })
  @Type(() => FormQuestionDto)
  @ApiProperty({ type: [FormQuestionDto], required: false, default: [] })
  form: FormQuestionDto[] = [];

  /** Null: those of the call. */
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(MOST_CRITERIA)
  @ValidateNested({ each: true })
  @Type(() => CriterionDto)
  @ApiProperty({ type: [CriterionDto], nullable: true, required: false, default: null })
  criteria: CriterionDto[] | null = null;
}

/** Which ties keep somebody from reviewing; that to the own organization always does. */
export class ConflictRuleDto implements ConflictRule {
  @Equals(true)
  @ApiProperty({ type: 'boolean', enum: [true] })
  organization: true;

  /** Seat in the same city. */
  @IsBoolean()
  city: boolean;

  /** Both took part in one project within the last `years`. */
  @IsBoolean()
  pastProjects: boolean;

  /** @example 3 */
  @IsInt()
  @Min(1)
  @Max(20)
  years: number;
}

/** A share of what is accepted. */
export class QuotaDto implements Quota {
  @IsIn(QUOTA_KEYS)
  @ApiProperty({ enum: QUOTA_KEYS, example: 'country' })
  key: QuotaKey;

  /**
   * Of `country`: ISO 3166-1 alpha-2, or `*` for whichever single country. Of `sme`: `*`.
   * @example "*"
   */
  @Matches(/^(?:[A-Z]{2}|\*)$/)
  value: string;

  @IsIn(BOUNDS)
  @ApiProperty({ enum: BOUNDS, example: 'most' })
  bound: 'least' | 'most';

  /**
   * Percent of the accepted proposals.
   * @example 40
   */
  @IsInt()
  @Min(1)
  @Max(100)
  share: number;
}

/** A rule of eligibility; refusals name its number. What it names of kinds and countries holds for who leads. */
export class EligibilityRuleDto implements EligibilityRule {
  /** @example 1 */
  @IsInt()
  @Min(1)
  @Max(99)
  number: number;

  /** @example "Partners from three countries at least." */
  @IsWritten(1, 1_000)
  words: string;

  /** Who may lead a proposal; empty: every kind that writes proposals. */
  @IsArray()
  @ArrayUnique()
  @IsIn(ORGANIZATION_KINDS, { each: true })
  @ApiProperty({ enum: ORGANIZATION_KINDS, isArray: true, required: false, default: [] })
  kinds: OrganizationKind[] = [];

  /**
   * From where they may lead one, ISO 3166-1 alpha-2; empty: from everywhere.
   * @example ["KR", "VN"]
   */
  @IsArray()
  @ArrayMaxSize(60)
  @ArrayUnique()
  @Matches(/^[A-Z]{2}$/, { each: true })
  @ApiProperty({ type: [String], required: false, default: [], example: ['KR', 'VN'] })
  countries: string[] = [];
}

/** Title and summary in one more language. */
export class CallTranslationDto implements CallTranslation {
  /** @example ko */
  @IsLanguageTag()
  language: string;

  /** @example "아시아 야간관광 공동상품" */
  @IsLine(MAX_TITLE)
  title: string;

  /** @example "세 나라 이상의 협력 기관이 함께 만드는 야간관광 상품을 찾습니다." */
  @IsWritten(1, MAX_TEXT)
  summary: string;
}
