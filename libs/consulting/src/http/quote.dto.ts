import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsIn,
  IsInt,
  IsISO4217CurrencyCode,
  IsOptional,
  Max,
  Min,
  ValidateNested,
} from 'class-validator';
import {
  IsDay,
  IsLanguageTag,
  IsLine,
  IsWritten,
  MAX_TEXT,
  MAX_TITLE,
  MoneyDto,
} from '#libs/platform/fields';
import type { PassedOver } from '../app/select-quote.js';
import {
  PASSED_OVER_REASONS,
  type PassedOverReason,
  type QuoteContent,
  type QuoteDeliverable,
} from '../domain/quote.js';
import { ConsultingWordsDto } from './consulting-words.dto.js';
import { CostBearerDto } from './consulting-request.dto.js';

const MOST_DELIVERABLES = 20;
const MOST_BEARERS = 10;
const MAX_NOTE = 2_000;
const MOST_SESSIONS = 200;

/** Something the expert hands over. */
export class QuoteDeliverableDto implements QuoteDeliverable {
  /** @example "Land-use plan for the blocks behind the pier" */
  @IsLine(MAX_TITLE)
  title: string;

  /** @example 2027-05-31 */
  @IsDay()
  dueDay: string;
}

/** What an expert offers; all of it is sent with every version. */
export class WriteQuoteDto {
  /** @example "Two workshops on site, then a plan in three variants with costs." */
  @IsWritten(1, MAX_TEXT)
  scope: string;

  /**
   * BCP 47 of all words.
   * @example en
   */
  @IsLanguageTag()
  language: string;

  /**
   * Meetings that are included.
   * @example 2
   */
  @IsInt()
  @Min(0)
  @Max(MOST_SESSIONS)
  sessions: number;

  @IsArray()
  @ArrayMaxSize(MOST_DELIVERABLES)
  @ValidateNested({ each: true })
  @Type(() => QuoteDeliverableDto)
  deliverables: QuoteDeliverableDto[];

  /** Without tax. */
  @ValidateNested()
  @Type(() => MoneyDto)
  fee: MoneyDto;

  /** In the currency of the fee. */
  @ValidateNested()
  @Type(() => MoneyDto)
  tax: MoneyDto;

  /** Who pays which part, among those the request names; left out, as the request says. */
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(MOST_BEARERS)
  @ValidateNested({ each: true })
  @Type(() => CostBearerDto)
  costShares?: CostBearerDto[] | null;

  /**
   * Last day on which it can be chosen.
   * @example 2027-04-30
   */
  @IsDay()
  validUntil: string;

  /** @example "Travel is included." */
  @IsOptional()
  @IsWritten(0, MAX_NOTE)
  note?: string | null;
}

/** What the authors of the other quotes are told. */
export class SelectQuoteDto {
  @IsIn(PASSED_OVER_REASONS)
  @ApiProperty({ enum: PASSED_OVER_REASONS, example: 'scope' })
  reason: PassedOverReason;

  @IsOptional()
  @ValidateNested()
  @Type(() => ConsultingWordsDto)
  said?: ConsultingWordsDto | null;
}

export class CompareQuotesQuery {
  /**
   * ISO 4217: amounts are shown in this currency as well, by the rates the secretariat states.
   * @example KRW
   */
  @IsOptional()
  @IsISO4217CurrencyCode()
  currency?: string;
}

export function contentOf({ costShares, note, ...sent }: WriteQuoteDto): QuoteContent {
  return { ...sent, costShares: costShares ?? [], note: note?.trim() ? note.trim() : null };
}

export function passedOverOf({ reason, said = null }: SelectQuoteDto): PassedOver {
  return { reason, said };
}
