import { ApiProperty } from '@nestjs/swagger';
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
  ValidateNested,
} from 'class-validator';
import {
  IfSent,
  IsCodes,
  IsDay,
  IsLanguages,
  IsLanguageTag,
  IsLine,
  IsWritten,
  MAX_TEXT,
  MAX_TITLE,
  MoneyDto,
  Repeated,
} from '#libs/platform/fields';
import { PageQuery } from '#libs/platform/http';
import type { CreateConsultingRequestInput } from '../app/create-consulting-request.js';
import {
  CONSULTING_KINDS,
  CONSULTING_MODES,
  type ConsultingKind,
  type ConsultingMode,
  type ConsultingRequestChanges,
  type CostBearer,
} from '../domain/consulting-request.js';
import {
  CONSULTING_REQUEST_STATES,
  type ConsultingRequestState,
  MOST_NAMED,
} from '../domain/request-states.js';

/** A goal is said in a few lines. */
const MAX_GOAL = 2_000;
const MOST_BEARERS = 10;

/** Who pays which part. */
export class CostBearerDto implements CostBearer {
  /** @example 0199a0f2-7c4e-7b6a-9c53-0d9be1b4f001 */
  @IsUUID()
  organizationId: string;

  /**
   * Of the whole, which is 10,000.
   * @example 5000
   */
  @IsInt()
  @Min(1)
  @Max(10_000)
  shareBasisPoints: number;
}

/** Fields that may stay open; null says "not stated". */
class OpenRequestFields {
  /**
   * What you want advice on, in the language of the request; needed for submission.
   * @example "How should the blocks behind our cruise pier be laid out, and who could invest?"
   */
  @IsOptional()
  @IsWritten(0, MAX_TEXT)
  text?: string | null;

  /**
   * Taxonomy codes of kind `consulting_area`.
   * @example ["con.cruise_port", "con.finance"]
   */
  @IsOptional()
  @IsCodes()
  areas?: string[] | null;

  /**
   * BCP 47 languages you can work in.
   * @example ["ko", "en"]
   */
  @IsOptional()
  @IsLanguages()
  workingLanguages?: string[] | null;

  /** How the advice is given. */
  @IsOptional()
  @IsIn(CONSULTING_MODES)
  @ApiProperty({ enum: CONSULTING_MODES, nullable: true, required: false })
  mode?: ConsultingMode | null;

  /** The most it may cost. */
  @IsOptional()
  @ValidateNested()
  @Type(() => MoneyDto)
  budget?: MoneyDto | null;

  /** The lower end of the band, in the same currency. */
  @IsOptional()
  @ValidateNested()
  @Type(() => MoneyDto)
  budgetFrom?: MoneyDto | null;

  /**
   * What shall be different afterwards; needed by the committee.
   * @example "A land-use plan we can tender in autumn"
   */
  @IsOptional()
  @IsWritten(0, MAX_GOAL)
  goal?: string | null;

  /** Who pays which part, together 10,000; left empty, the requesting organization pays all. */
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(MOST_BEARERS)
  @ValidateNested({ each: true })
  @Type(() => CostBearerDto)
  costBearers?: CostBearerDto[] | null;

  /**
   * Consultancies that are asked by name, at most three; not for the committee.
   * @example ["0199a0f2-7c4e-7b6a-9c53-0d9be1b4f001"]
   */
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(MOST_NAMED)
  @ArrayUnique()
  @IsUUID(undefined, { each: true })
  namedConsultants?: string[] | null;

  /**
   * Day by which the advice is needed.
   * @example 2027-03-31
   */
  @IsOptional()
  @IsDay()
  deadline?: string | null;

  /** Tells every reader to keep it to themselves. */
  @IsOptional()
  @IsBoolean()
  confidential?: boolean | null;
}

export class CreateConsultingRequestDto extends OpenRequestFields implements CreateConsultingRequestInput {
  /** Whom it is for: the committee answers member cities of the TPO. Left out: `b2b`. */
  @IfSent()
  @IsIn(CONSULTING_KINDS)
  @ApiProperty({ enum: CONSULTING_KINDS, required: false, example: 'b2b' })
  kind?: ConsultingKind;

  /** @example "Plan for the blocks around the cruise pier" */
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
export class EditConsultingRequestDto extends OpenRequestFields implements ConsultingRequestChanges {
  @IfSent()
  @IsIn(CONSULTING_KINDS)
  @ApiProperty({ enum: CONSULTING_KINDS, required: false, example: 'b2b' })
  kind?: ConsultingKind;

  /** @example "Plan for the blocks around the cruise pier" */
  @IfSent()
  @IsLine(MAX_TITLE)
  title?: string;

  /** @example en */
  @IfSent()
  @IsLanguageTag()
  language?: string;
}

export class ListConsultingRequestsQuery extends PageQuery {
  /** Only requests in these states; repeat it for several. */
  @IsOptional()
  @Repeated()
  @IsIn(CONSULTING_REQUEST_STATES, { each: true })
  @ApiProperty({ enum: CONSULTING_REQUEST_STATES, isArray: true, required: false })
  state?: ConsultingRequestState[];
}
