import { ApiProperty } from '@nestjs/swagger';
import { Transform, Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsOptional,
  IsTimeZone,
  IsUUID,
  Matches,
  Max,
  Min,
} from 'class-validator';
import {
  IsCodes,
  IsDay,
  IsLanguageTag,
  IsLine,
  IsMoment,
  IsWritten,
  MAX_TITLE,
  Repeated,
} from '#libs/platform/fields';
import { PageQuery } from '#libs/platform/http';
import { DISPUTE_OUTCOMES, type DisputeOutcome } from '../domain/dispute.js';
import { ENGAGEMENT_STATES, type EngagementState } from '../domain/engagement-states.js';
import { ABSENT, type Absent, MAX_SLOTS } from '../domain/session.js';

const MAX_WORDS = 10_000;
const MAX_REASON = 2_000;
const MAX_REFERENCE = 100;
const MAX_FILES = 10;
/** A thousand billion minor units, as for quotes: sums stay exact. */
const MOST_MINOR = 1_000_000_000_000_000;
/** Spaces around a reference do not make it another one. */
const trimmed = Transform(({ value }: { value: unknown }) =>
  typeof value === 'string' ? value.trim() : value,
);
const EXAMPLE_ID = '01890000-0000-7000-8000-000000000001';

export class EngagementsQuery extends PageQuery {
  /** Only these states. */
  @Repeated()
  @IsIn(ENGAGEMENT_STATES, { each: true })
  @ApiProperty({ enum: ENGAGEMENT_STATES, isArray: true, required: false })
  state: EngagementState[] = [];
}

export class SignAgreementDto {
  /**
   * The hash that was shown with the terms: what was looked at is what is signed.
   * @example "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"
   */
  @Matches(/^[0-9a-f]{64}$/)
  termsHash: string;
}

export class EngagementReasonDto {
  /** @example "The budget was cut." */
  @IsWritten(1, MAX_REASON)
  reason: string;

  /**
   * BCP 47 of the reason.
   * @example en
   */
  @IsLanguageTag()
  language: string;
}

export class SessionTimesQuery {
  /**
   * A day, by the reader's calendar.
   * @example 2027-12-01
   */
  @IsDay()
  day: string;

  /**
   * The reader's IANA time zone.
   * @example Asia/Seoul
   */
  @IsTimeZone()
  zone: string;

  /**
   * How long the session takes, in minutes.
   * @example 60
   */
  @Type(() => Number)
  @IsInt()
  @Min(15)
  @Max(480)
  lengthMinutes = 60;
}

export class SessionSlotsDto {
  /** Up to three beginnings, to come. */
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(MAX_SLOTS)
  @IsMoment({ each: true })
  @ApiProperty({ type: [String], format: 'date-time', example: ['2027-12-01T02:00:00Z'] })
  slots: string[];
}

export class ProposeSessionDto extends SessionSlotsDto {
  /** @example "What the pier needs first" */
  @IsWritten(1, MAX_REASON)
  agenda: string;

  /**
   * BCP 47 of agenda and place.
   * @example en
   */
  @IsLanguageTag()
  language: string;

  /** @example 60 */
  @IsInt()
  @Min(15)
  @Max(480)
  lengthMinutes: number;

  /**
   * A place, or the address of a room online.
   * @example "https://meet.example.org/pier"
   */
  @IsOptional()
  @IsLine(500)
  place?: string | null;
}

export class ConfirmSessionDto {
  /**
   * One of the proposed times.
   * @example "2027-12-01T02:00:00Z"
   */
  @IsMoment()
  @ApiProperty({ format: 'date-time', example: '2027-12-01T02:00:00Z' })
  startsAt: string;
}

export class CancelSessionDto {
  /** @example "A typhoon is coming." */
  @IsOptional()
  @IsWritten(1, MAX_REASON)
  reason?: string | null;
}

export class MissedSessionDto {
  /**
   * Who did not come.
   * @example requester
   */
  @IsIn(ABSENT)
  absent: Absent;
}

export class SessionMinutesDto {
  /** @example "We agreed to survey the pier in March." */
  @IsWritten(1, MAX_WORDS)
  minutes: string;

  /**
   * BCP 47 of the minutes.
   * @example en
   */
  @IsLanguageTag()
  language: string;

  /**
   * How long it took, in minutes.
   * @example 75
   */
  @IsInt()
  @Min(1)
  @Max(1440)
  heldMinutes: number;
}

export class RevisionDto {
  /** @example "Add the figures of 2026." */
  @IsWritten(1, MAX_WORDS)
  words: string;

  /**
   * BCP 47 of the words.
   * @example en
   */
  @IsLanguageTag()
  language: string;
}

export class SubmitDeliverableDto extends RevisionDto {
  /** Files uploaded for this, with the purpose `engagement-deliverable`. */
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(MAX_FILES)
  @IsUUID('all', { each: true })
  @ApiProperty({ type: [String], format: 'uuid', required: false, example: [] })
  fileIds?: string[];
}

export class RatingDto {
  /**
   * 1 to 5.
   * @example 5
   */
  @IsInt()
  @Min(1)
  @Max(5)
  quality: number;

  /** @example 4 */
  @IsInt()
  @Min(1)
  @Max(5)
  communication: number;

  /** @example 5 */
  @IsInt()
  @Min(1)
  @Max(5)
  reliability: number;

  /** @example "Knew our coast better than we do." */
  @IsOptional()
  @IsWritten(1, MAX_REASON)
  words?: string | null;

  /**
   * BCP 47 of the words.
   * @example en
   */
  @IsOptional()
  @IsLanguageTag()
  language?: string | null;
}

class FeeFactDto {
  /**
   * Of the party that pays.
   * @example 01890000-0000-7000-8000-000000000001
   */
  @IsUUID('all')
  @ApiProperty({ format: 'uuid', example: EXAMPLE_ID })
  partyId: string;

  /**
   * Number of the paper; stands for one fact.
   * @example "2027-014"
   */
  @trimmed
  @IsLine(MAX_REFERENCE)
  reference: string;

  /** @example 2027-12-01 */
  @IsDay()
  day: string;
}

export class InvoiceDto extends FeeFactDto {
  /**
   * Minor units of the agreed currency, without tax.
   * @example 1500000
   */
  @IsInt()
  @Min(0)
  @Max(MOST_MINOR)
  feeMinor: number;

  /** @example 150000 */
  @IsInt()
  @Min(0)
  @Max(MOST_MINOR)
  taxMinor: number;
}

export class PaymentDto extends FeeFactDto {
  /**
   * Minor units of the agreed currency.
   * @example 1650000
   */
  @IsInt()
  @Min(0)
  @Max(MOST_MINOR)
  amountMinor: number;
}

export class ReversalDto {
  /** @example "Typed with a digit too many." */
  @IsWritten(1, MAX_REASON)
  reason: string;
}

export class DecideDisputeDto {
  /**
   * Work goes on where it stopped, ends as done, or is called off.
   * @example resume
   */
  @IsIn(DISPUTE_OUTCOMES)
  outcome: DisputeOutcome;

  /** @example "The report meets the scope; one more revision is due." */
  @IsWritten(1, MAX_WORDS)
  words: string;

  /** @example en */
  @IsLanguageTag()
  language: string;
}

export class CaseNoteDto {
  /** @example "A pier between two harbours" */
  @IsLine(MAX_TITLE)
  title: string;

  /** @example "How does a city open a disused pier to visitors?" */
  @IsWritten(1, MAX_WORDS)
  question: string;

  /** @example "In stages: safety first, then light, then trade." */
  @IsWritten(1, MAX_WORDS)
  answer: string;

  /** @example en */
  @IsLanguageTag()
  language: string;

  /** Taxonomy codes; those of the request where left out. */
  @IsOptional()
  @IsCodes()
  @ApiProperty({ type: [String], required: false, example: [] })
  areas?: string[];

  /**
   * Tell from which country the question came.
   * @example false
   */
  @IsOptional()
  @IsBoolean()
  tellsCountry?: boolean;
}
