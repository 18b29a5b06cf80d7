import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsIn,
  IsInt,
  IsOptional,
  IsTimeZone,
  Max,
  Min,
} from 'class-validator';
import { IsDay, IsLanguageTag, IsLine, IsMoment, IsWritten } from '#libs/platform/fields';
import { ABSENT, type Absent, MAX_SLOTS } from '../domain/session.js';
import { MAX_REASON, MAX_WORDS } from './engagement-fields.js';

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
