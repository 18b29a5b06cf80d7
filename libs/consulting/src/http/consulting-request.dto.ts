import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsBoolean, IsIn, IsOptional, ValidateNested } from 'class-validator';
import type { Actor } from '#libs/kernel';
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
  CONSULTING_MODES,
  type ConsultingMode,
  type ConsultingRequest,
  type ConsultingRequestChanges,
} from '../domain/consulting-request.js';
import { CONSULTING_REQUEST_STATES, type ConsultingRequestState } from '../domain/request-states.js';
import { abilitiesFor } from '../domain/consulting-request.policy.js';

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

  @IsOptional()
  @ValidateNested()
  @Type(() => MoneyDto)
  budget?: MoneyDto | null;

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

/** What the reader may do with a request now. */
export class ConsultingRequestAbilitiesResponse {
  update: boolean;
  submit: boolean;
}

/** A request in a list. */
export class ConsultingRequestCardResponse {
  id: string;
  title: string;
  language: string;
  areas: string[];
  deadline: string | null;
  confidential: boolean;

  @ApiProperty({ enum: CONSULTING_REQUEST_STATES })
  state: ConsultingRequestState;

  /** Also the ETag. */
  version: number;
  updatedAt: string;
  submittedAt: string | null;
}

export class ConsultingRequestResponse extends ConsultingRequestCardResponse {
  organizationId: string;

  /** Person who began it. */
  createdBy: string;
  text: string | null;
  workingLanguages: string[];

  @ApiProperty({ enum: CONSULTING_MODES, nullable: true })
  mode: ConsultingMode | null;

  @ApiProperty({ type: MoneyDto, nullable: true })
  budget: MoneyDto | null;
  createdAt: string;
  abilities: ConsultingRequestAbilitiesResponse;
}

export class ConsultingRequestPageResponse {
  items: ConsultingRequestCardResponse[];
  nextCursor: string | null;
  total?: number;
  totalCapped?: boolean;
}

export function toConsultingRequestCard(request: ConsultingRequest): ConsultingRequestCardResponse {
  return {
    id: request.id,
    title: request.title,
    language: request.language,
    areas: [...request.areas],
    deadline: request.deadline,
    confidential: request.confidential,
    state: request.state,
    version: request.version,
    updatedAt: request.updatedAt.toISOString(),
    submittedAt: request.submittedAt?.toISOString() ?? null,
  };
}

export function toConsultingRequestResponse(
  actor: Actor,
  request: ConsultingRequest,
): ConsultingRequestResponse {
  return {
    ...toConsultingRequestCard(request),
    organizationId: request.organizationId,
    createdBy: request.createdBy,
    text: request.text,
    workingLanguages: [...request.workingLanguages],
    mode: request.mode,
    budget: request.budget,
    createdAt: request.createdAt.toISOString(),
    abilities: abilitiesFor(actor, request),
  };
}
