import { ApiProperty } from '@nestjs/swagger';
import { type Side, SIDES } from '../domain/engagement.js';
import { ABSENT, type Absent, SESSION_STATES, type SessionState } from '../domain/session.js';
import { MOMENT } from './engagement-fields.js';

export class EngagementSessionResponse {
  id: string;
  @ApiProperty({ enum: SESSION_STATES })
  state: SessionState;
  agenda: string;
  /** BCP 47 of agenda, place and reason. */
  language: string;
  lengthMinutes: number;
  @ApiProperty({ type: String, nullable: true })
  place: string | null;
  /** Proposed beginnings. */
  @ApiProperty({ type: [String], format: 'date-time' })
  slots: string[];
  @ApiProperty(MOMENT)
  startsAt: string | null;
  @ApiProperty({ enum: SIDES })
  proposedBySide: Side;
  @ApiProperty({ enum: ABSENT, nullable: true })
  absent: Absent | null;
  @ApiProperty({ type: String, nullable: true })
  endReason: string | null;
  @ApiProperty({ type: String, nullable: true })
  minutes: string | null;
  @ApiProperty({ type: String, nullable: true })
  minutesLanguage: string | null;
  @ApiProperty({ type: Number, nullable: true })
  heldMinutes: number | null;
  @ApiProperty(MOMENT)
  minutesConfirmedAt: string | null;
  /** Nobody objected in five days. */
  isConfirmedBySilence: boolean;
  /** The reader may choose one of the times. */
  mayConfirm: boolean;
}

export class TimesHolidayResponse {
  @ApiProperty({ format: 'date' })
  day: string;
  name: string;
}

export class TimesRowResponse {
  personId: string;
  displayName: string;
  organization: string;
  @ApiProperty({ type: String, nullable: true })
  city: string | null;
  country: string;
  /** IANA. */
  timeZone: string;
  /** Ahead of UTC at the beginning of the day. */
  offsetMinutes: number;
  /** The person has not said when they work. */
  isAssumed: boolean;
  /** Holidays of the country are known. */
  isCalendarKnown: boolean;
  /** For each column: within the person's hours. */
  isFree: boolean[];
  holidays: TimesHolidayResponse[];
}

export class FoundTimeResponse {
  @ApiProperty({ format: 'date-time' })
  startsAt: string;
  /** Minutes outside the hours of whoever it suits least. */
  strainMinutes: number;
}

export class SessionTimesResponse {
  /** Beginnings of the hours of the day. */
  @ApiProperty({ type: [String], format: 'date-time' })
  columns: string[];
  rows: TimesRowResponse[];
  suggestions: FoundTimeResponse[];
}
