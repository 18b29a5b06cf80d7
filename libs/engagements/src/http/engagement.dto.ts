import { ApiProperty } from '@nestjs/swagger';
import { IsIn, Matches } from 'class-validator';
import { IsLanguageTag, IsWritten, Repeated } from '#libs/platform/fields';
import { PageQuery } from '#libs/platform/http';
import { ENGAGEMENT_STATES, type EngagementState } from '../domain/engagement-states.js';
import { MAX_REASON } from './engagement-fields.js';

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
