import { ApiProperty } from '@nestjs/swagger';
import {
  ArrayMaxSize,
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsISO8601,
  IsOptional,
  IsString,
  IsUUID,
  Length,
  Matches,
  Max,
  Min,
} from 'class-validator';
import { IfSent, IsCodes, IsLanguages, IsLanguageTag, IsWritten } from '#libs/platform/fields';
import type { ScreeningVerb } from '../app/screen-proposal.js';

const MAX_WORDS = 4_000;
const SCREENING_VERBS = [
  'eligible',
  'not-eligible',
  'ask-more',
  'readmit',
] as const satisfies ScreeningVerb[];

export class AddReviewerDto {
  @IsUUID()
  personId: string;

  /** For which the person reviews. */
  @IsUUID()
  organizationId: string;

  /**
   * BCP 47.
   * @example ["ko", "en"]
   */
  @IsLanguages()
  languages: string[];

  /**
   * Taxonomy codes of themes.
   * @example ["theme.food"]
   */
  @IsCodes()
  expertise: string[];

  /**
   * Reviews at most.
   * @example 12
   */
  @IsInt()
  @Min(1)
  @Max(500)
  reviewLimit: number;
}

export class ReviewerCandidatesQuery {
  /** Whose people. */
  @IsUUID()
  organizationId: string;
}

export class ReviewerCandidateResponse {
  personId: string;
  name: string;
  /** BCP 47. */
  language: string;
}

export class ReviewerCandidatesResponse {
  items: ReviewerCandidateResponse[];
}

export class ChangeReviewerDto {
  @IfSent()
  @IsLanguages()
  languages?: string[];

  @IfSent()
  @IsCodes()
  expertise?: string[];

  @IfSent()
  @IsInt()
  @Min(1)
  @Max(500)
  reviewLimit?: number;

  /** True takes the person out of the pool; open reviews stay with them. */
  @IfSent()
  @IsBoolean()
  isEnded?: boolean;
}

export class ConfirmAssignmentDto {
  /** Of the preview that was looked at. */
  @IsString()
  @Length(32, 32)
  planHash: string;
}

export class ScreenProposalDto {
  @IsIn(SCREENING_VERBS)
  @ApiProperty({ enum: SCREENING_VERBS, example: 'eligible' })
  verb: ScreeningVerb;

  /**
   * Of the rule of eligibility that is not met; with `not-eligible`.
   * @example 2
   */
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(1000)
  ruleNumber?: number | null;

  /**
   * What is opened again; with `ask-more`.
   * @example ["summary"]
   */
  @IfSent()
  @IsArray()
  @ArrayMaxSize(50)
  @IsString({ each: true })
  @Matches(/^[\w./-]{1,80}$/, { each: true })
  fields?: string[];

  /**
   * For the proposing side.
   * @example "Please name the person in charge of the budget."
   */
  @IsOptional()
  @IsWritten(0, MAX_WORDS)
  words?: string | null;

  /** @example en */
  @IsOptional()
  @IsLanguageTag()
  language?: string | null;

  /** RFC 3339; until when what is asked for is awaited. */
  @IsOptional()
  @IsISO8601({ strict: true })
  dueAt?: string | null;
}

export class RequestRevisionDto {
  /** @example "Reckon the second year anew." */
  @IsWritten(1, MAX_WORDS)
  words: string;

  /** @example en */
  @IsLanguageTag()
  language: string;

  /** RFC 3339. */
  @IsISO8601({ strict: true })
  @ApiProperty({ format: 'date-time', example: '2027-03-01T08:00:00Z' })
  dueAt: string;
}

export class CallReviewerResponse {
  id: string;
  personId: string;
  name: string;
  organizationId: string;
  organization: string;
  languages: string[];
  expertise: string[];
  reviewLimit: number;
  isEnded: boolean;
  /** Reviews of this stage that are open or done. */
  load: number;
  submitted: number;
  version: number;
}

export class CallReviewersResponse {
  items: CallReviewerResponse[];
}

export class PlannedReviewResponse {
  proposalId: string;
  title: string;
  reviewerId: string;
  reviewer: string;
  /** 0 to 1: languages and themes in common. */
  fit: number;
  readsLanguage: boolean;
}

export class UnfilledPlaceResponse {
  proposalId: string;
  title: string;
  missing: number;
  @ApiProperty({ enum: ['all-barred', 'limits-reached'] })
  because: 'all-barred' | 'limits-reached';
  /** How many of the pool may not review it. */
  barred: number;
}

export class FoundConflictResponse {
  proposalId: string;
  title: string;
  reviewerId: string;
  reviewer: string;
  @ApiProperty({ enum: ['person', 'organization', 'city', 'past-project', 'declared'] })
  kind: 'person' | 'organization' | 'city' | 'past-project' | 'declared';
  /** In whom or what both meet: name of the organization or city; of a person their own. */
  because: string;
}

export class ReviewerLoadResponse {
  reviewerId: string;
  reviewer: string;
  now: number;
  then: number;
  limit: number;
}

/** Who would be asked to review what. */
export class AssignmentPlanResponse {
  planHash: string;
  assigned: PlannedReviewResponse[];
  unfilled: UnfilledPlaceResponse[];
  conflicts: FoundConflictResponse[];
  loads: ReviewerLoadResponse[];
}

export class AssignmentDoneResponse {
  asked: number;
}
