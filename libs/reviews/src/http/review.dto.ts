import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayUnique,
  IsArray,
  IsInt,
  IsOptional,
  IsString,
  Matches,
  Max,
  MaxLength,
  Min,
  ValidateNested,
} from 'class-validator';
import { IfSent, IsLanguageTag, IsWritten } from '#libs/platform/fields';
import type { GivenBack } from '../app/answer-review.js';
import type { Said } from '../app/discuss-proposal.js';
import type { ReviewWords } from '../domain/review.js';

const MAX_WORDS = 10_000;
const MAX_REASON = 2_000;
const MAX_CRITERIA = 50;

export class CriterionScoreDto {
  /**
   * Key of a criterion of the call.
   * @example novelty
   */
  @IsString()
  @MaxLength(64)
  @Matches(/^[\w-]+$/)
  key: string;

  /**
   * In whole steps between the ends of the criterion's scale.
   * @example 4
   */
  @IsInt()
  @Min(-1000)
  @Max(1000)
  score: number;
}

/** What a reviewer has written; left-out fields stay. */
export class SaveReviewDto {
  /** All scores given so far. */
  @IfSent()
  @IsArray()
  @ArrayMaxSize(MAX_CRITERIA)
  @ArrayUnique(({ key }: CriterionScoreDto) => key)
  @ValidateNested({ each: true })
  @Type(() => CriterionScoreDto)
  @ApiProperty({ type: [CriterionScoreDto], required: false, example: [{ key: 'novelty', score: 4 }] })
  scores?: CriterionScoreDto[];

  /**
   * For the applicant, who reads it once decisions are released.
   * @example "Name the cities you would begin with."
   */
  @IsOptional()
  @IsWritten(0, MAX_WORDS)
  comment?: string | null;

  /**
   * For the panel alone.
   * @example "Strong, but dear."
   */
  @IsOptional()
  @IsWritten(0, MAX_WORDS)
  note?: string | null;

  /**
   * BCP 47 of comment and note.
   * @example en
   */
  @IfSent()
  @IsLanguageTag()
  language?: string;
}

export class GiveBackDto implements GivenBack {
  /**
   * For who runs the call.
   * @example "My company took part in an earlier project of the second partner."
   */
  @IsWritten(1, MAX_REASON)
  reason: string;

  /**
   * BCP 47 of the reason.
   * @example en
   */
  @IsLanguageTag()
  language: string;
}

export class PanelCommentDto implements Said {
  /** @example "I read the budget differently: line 3 is for both cities." */
  @IsWritten(1, MAX_WORDS)
  body: string;

  /** @example en */
  @IsLanguageTag()
  language: string;
}

/** The fields that were sent, as the verbs want them. */
export function toWords({ scores, comment, note, language }: SaveReviewDto): Partial<ReviewWords> {
  return {
    ...(scores !== undefined && {
      scores: Object.fromEntries(scores.map(({ key, score }) => [key, score])),
    }),
    ...(comment !== undefined && { comment }),
    ...(note !== undefined && { note }),
    ...(language !== undefined && { language }),
  };
}
