import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsInt, IsObject, IsOptional, IsTimeZone, Matches, Max, Min, ValidateNested } from 'class-validator';
import { IsCodes, IsLanguages, IsWritten, MAX_TEXT } from '#libs/platform/fields';
import {
  FIRST_RUN_STATES,
  FIRST_RUN_STEPS,
  type FirstRun,
  type FirstRunAnswers,
  type FirstRunState,
} from '../domain/first-run.js';

const MAX_NAME = 100;
const HOUR = /^(?:[01]\d|2[0-3]):[0-5]\d$/;

/** What was typed so far. Nothing here is required, and nothing counts before it reaches account or profile. */
export class FirstRunAnswersDto implements FirstRunAnswers {
  /** @example "김하늘" */
  @IsOptional()
  @IsWritten(0, MAX_NAME)
  displayName?: string;

  /** @example "Walking tours along the harbour of Busan." */
  @IsOptional()
  @IsWritten(0, MAX_TEXT)
  summary?: string;

  /** @example ["sec.tour_operator"] */
  @IsOptional()
  @IsCodes()
  sectors?: string[];

  /** @example ["thm.cruise"] */
  @IsOptional()
  @IsCodes()
  themes?: string[];

  /** @example ["col.distribution"] */
  @IsOptional()
  @IsCodes()
  seeks?: string[];

  /** @example "Agencies that bring cruise guests" */
  @IsOptional()
  @IsWritten(0, MAX_TEXT)
  seekText?: string;

  /**
   * BCP 47.
   * @example ["ko", "en"]
   */
  @IsOptional()
  @IsLanguages()
  languages?: string[];

  /**
   * IANA.
   * @example Asia/Seoul
   */
  @IsOptional()
  @IsTimeZone()
  timeZone?: string;

  /** @example "09:00" */
  @IsOptional()
  @Matches(HOUR)
  worksFrom?: string;

  /** @example "18:00" */
  @IsOptional()
  @Matches(HOUR)
  worksUntil?: string;
}

/** Replaces what was kept. */
export class KeepFirstRunDto {
  /**
   * Where the person is: 1 you, 2 organization, 3 goals, 4 languages and hours.
   * @example 3
   */
  @IsInt()
  @Min(1)
  @Max(FIRST_RUN_STEPS)
  step: number;

  @IsObject()
  @ValidateNested()
  @Type(() => FirstRunAnswersDto)
  answers: FirstRunAnswersDto;
}

export class FirstRunResponse {
  /** @example 3 */
  step: number;

  answers: FirstRunAnswersDto;

  @ApiProperty({ enum: FIRST_RUN_STATES })
  state: FirstRunState;

  /**
   * Also the ETag; 0 before it began.
   * @example 4
   */
  version: number;
}

export function toFirstRunResponse({ step, answers, state, version }: FirstRun): FirstRunResponse {
  return { step, answers: answers as FirstRunAnswersDto, state, version };
}
