import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
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
import { IsLine, IsWritten, MAX_TITLE } from '#libs/platform/fields';
import {
  type FormQuestion,
  QUESTION_KINDS,
  type QuestionKind,
  type QuestionOption,
} from '../domain/call-terms.js';

/** Names inside a call: what answers and scores are kept by. */
export const KEY = /^[a-z][a-z0-9-]{0,39}$/;
export const MOST_QUESTIONS = 60;
const MOST_OPTIONS = 50;
const LONGEST_ANSWER = 20_000;

export class QuestionOptionDto implements QuestionOption {
  /** @example sea */
  @Matches(KEY)
  key: string;

  /** @example "By sea" */
  @IsLine(MAX_TITLE)
  words: string;
}

/** One question of the form of a stage. */
export class FormQuestionDto implements FormQuestion {
  /**
   * Unique in its stage; answers are kept by it.
   * @example need
   */
  @Matches(KEY)
  key: string;

  @IsIn(QUESTION_KINDS)
  @ApiProperty({ enum: QUESTION_KINDS, example: 'long' })
  kind: QuestionKind;

  /** @example "Which need of small businesses does the project meet?" */
  @IsWritten(1, 1_000)
  words: string;

  /** @example "Name figures and where they come from." */
  @IsOptional()
  @IsWritten(0, 2_000)
  @ApiProperty({ type: 'string', nullable: true, required: false, default: null })
  help: string | null = null;

  /** Submission asks for an answer; drafts never do. */
  @IsBoolean()
  required: boolean;

  /** Code points, of `short` and `long`; null for the general limit. */
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(LONGEST_ANSWER)
  @ApiProperty({ type: 'integer', nullable: true, required: false, default: null, example: 2000 })
  maxLength: number | null = null;

  /** Of `choice` and `choices`: two at least. */
  @IsArray()
  @ArrayMaxSize(MOST_OPTIONS)
  @ValidateNested({ each: true })
  @Type(() => QuestionOptionDto)
  @ApiProperty({ type: [QuestionOptionDto], required: false, default: [] })
  options: QuestionOptionDto[] = [];
}
