import { ApiProperty } from '@nestjs/swagger';
import { IsIn } from 'class-validator';
import { IsLanguageTag, IsWritten } from '#libs/platform/fields';
import { DISPUTE_OUTCOMES, type DisputeOutcome } from '../domain/dispute.js';
import { type Side, SIDES } from '../domain/engagement.js';
import { MAX_WORDS, MOMENT } from './engagement-fields.js';

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

export class EngagementDisputeResponse {
  id: string;
  @ApiProperty({ enum: SIDES })
  side: Side;
  reason: string;
  language: string;
  @ApiProperty({ format: 'date-time' })
  dueAt: string;
  /** False: no calendar of holidays is known, only weekends were left out. */
  isCalendarKnown: boolean;
  @ApiProperty({ enum: DISPUTE_OUTCOMES, nullable: true })
  outcome: DisputeOutcome | null;
  @ApiProperty({ type: String, nullable: true })
  decision: string | null;
  @ApiProperty({ type: String, nullable: true })
  decisionLanguage: string | null;
  @ApiProperty(MOMENT)
  decidedAt: string | null;
  @ApiProperty({ format: 'date-time' })
  createdAt: string;
}
