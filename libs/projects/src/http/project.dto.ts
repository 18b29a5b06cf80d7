import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayUnique,
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsOptional,
  IsUUID,
  Max,
  Min,
  ValidateIf,
  ValidateNested,
} from 'class-validator';
import { PageQuery } from '#libs/platform/http';
import {
  IsDay,
  IsLanguageTag,
  IsLine,
  IsWritten,
  MAX_TEXT,
  MAX_TITLE,
  Repeated,
} from '#libs/platform/fields';
import { PROJECT_STATES, type ProjectState } from '../domain/project-states.js';
import { FIGURE_CODES, type FigureCode } from '../domain/result.js';
import { PROJECT_SIDES, type ProjectSide } from '../domain/project.js';

export class ListProjectsQuery extends PageQuery {
  /** Only projects in one of these states. */
  @IsOptional()
  @Repeated()
  @IsIn(PROJECT_STATES, { each: true })
  @ApiPropertyOptional({ enum: PROJECT_STATES, isArray: true })
  state?: ProjectState[];

  /** Only those it takes part in, or only those of the calls it runs. */
  @IsOptional()
  @IsIn(PROJECT_SIDES)
  @ApiPropertyOptional({ enum: PROJECT_SIDES })
  side?: ProjectSide;
}

export class SpendingDto {
  /**
   * A line of the project's budget.
   * @example 0192f0c1-2345-7890-abcd-ef0123456789
   */
  @IsUUID()
  lineId: string;

  /**
   * Up to this report, in minor units of the project's currency.
   * @example 125000
   */
  @IsInt()
  @Min(0)
  @Max(Number.MAX_SAFE_INTEGER)
  spentMinor: number;
}

export class SubmitMilestoneDto {
  /**
   * What was reached. A milestone may be shown by files alone, a report needs words.
   * @example "Three guides were trained, and the first evening walk took place with 42 guests."
   */
  @ValidateIf((_, value) => value !== null)
  @IsWritten(0, MAX_TEXT)
  @ApiProperty({ type: String, nullable: true })
  words: string | null;

  /**
   * BCP 47 of the words.
   * @example en
   */
  @IsLanguageTag()
  language: string;

  /**
   * What was spent, by line of the budget; only of reports.
   * @example []
   */
  @IsArray()
  @ArrayMaxSize(200)
  @ValidateNested({ each: true })
  @Type(() => SpendingDto)
  spending: SpendingDto[];
}

export class AcceptMilestoneDto {
  /**
   * For those who handed it in.
   * @example "Well documented, thank you."
   */
  @ValidateIf((_, value) => value !== null)
  @IsWritten(0, 4_000)
  @ApiProperty({ type: String, nullable: true })
  note: string | null;

  /**
   * BCP 47 of the note.
   * @example en
   */
  @IsLanguageTag()
  language: string;
}

export class ReturnMilestoneDto {
  /**
   * What is missing.
   * @example "Please add the list of the guides."
   */
  @IsWritten(1, 4_000)
  note: string;

  /**
   * BCP 47 of the note.
   * @example en
   */
  @IsLanguageTag()
  language: string;
}

export class AskDayDto {
  /**
   * The new day, in the zone of the project.
   * @example 2027-06-30
   */
  @IsDay()
  day: string;

  /**
   * Why the milestone cannot be reached in time.
   * @example "The harbour is closed in May."
   */
  @IsWritten(1, 2_000)
  reason: string;

  /**
   * BCP 47 of the reason.
   * @example en
   */
  @IsLanguageTag()
  language: string;
}

export class AddEvidenceDto {
  /**
   * A file uploaded for the purpose `project-evidence`.
   * @example 0192f0c1-2345-7890-abcd-ef0123456789
   */
  @IsUUID()
  fileId: string;

  /** @example List of trained guides */
  @IsLine(MAX_TITLE)
  title: string;
}

export class GovernProjectDto {
  /**
   * Why; everybody in the project reads it.
   * @example "The leading organization is being wound up."
   */
  @IsWritten(1, 2_000)
  reason: string;

  /**
   * BCP 47 of the reason.
   * @example en
   */
  @IsLanguageTag()
  language: string;
}

export class RatePartnerDto {
  /**
   * The partner it is about.
   * @example 0192f0c1-2345-7890-abcd-ef0123456789
   */
  @IsUUID()
  organizationId: string;

  /**
   * 1 poor to 5 excellent.
   * @example 5
   */
  @IsInt()
  @Min(1)
  @Max(5)
  cooperation: number;

  /** Whether the acting organization would work with it again. */
  @IsBoolean()
  wouldAgain: boolean;

  /**
   * Sealed like the rest until all are in, or fourteen days are over.
   * @example "Always on time, and open about problems."
   */
  @ValidateIf((_, value) => value !== null)
  @IsWritten(0, 2_000)
  @ApiProperty({ type: String, nullable: true })
  words: string | null;

  /**
   * BCP 47 of the words.
   * @example en
   */
  @IsLanguageTag()
  language: string;
}

export class ConsentDto {
  /** Whether the acting organization may be named in public; the lead's word opens the page, and closes it. */
  @IsBoolean()
  consents: boolean;
}

export class ResultTextDto {
  /**
   * BCP 47.
   * @example en
   */
  @IsLanguageTag()
  language: string;

  /** @example Evening walks that keep visitors a night longer */
  @IsLine(MAX_TITLE)
  headline: string;

  /** @example "Four cities trained guides together and opened eleven evening routes." */
  @IsWritten(1, MAX_TEXT)
  story: string;
}

export class FigureDto {
  @IsIn(FIGURE_CODES)
  @ApiProperty({ enum: FIGURE_CODES, example: 'visitors' })
  code: FigureCode;

  /** @example 1280 */
  @IsInt()
  @Min(0)
  @Max(Number.MAX_SAFE_INTEGER)
  value: number;
}

export class SaveResultDto {
  /** One for each language; English and the project's own are needed before it can be closed. */
  @IsArray()
  @ArrayMaxSize(10)
  @ArrayUnique(({ language }: ResultTextDto) => language)
  @ValidateNested({ each: true })
  @Type(() => ResultTextDto)
  texts: ResultTextDto[];

  /** Each kind once. */
  @IsArray()
  @ArrayMaxSize(FIGURE_CODES.length)
  @ArrayUnique(({ code }: FigureDto) => code)
  @ValidateNested({ each: true })
  @Type(() => FigureDto)
  figures: FigureDto[];
}

export class AddResultPictureDto {
  /**
   * A picture uploaded for the purpose `project-picture`.
   * @example 0192f0c1-2345-7890-abcd-ef0123456789
   */
  @IsUUID()
  fileId: string;

  /**
   * What can be seen on it.
   * @example Guests on the evening walk by the harbour
   */
  @IsLine(300)
  alt: string;

  /**
   * BCP 47 of `alt`.
   * @example en
   */
  @IsLanguageTag()
  language: string;
}
