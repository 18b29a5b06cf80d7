import { ApiProperty } from '@nestjs/swagger';
import { IsIn } from 'class-validator';
import { IsLanguageTag, IsWritten } from '#libs/platform/fields';
import type { DecisionInput } from '../app/decide-application.js';
import {
  DECISION_STATES,
  type Decision,
  type DecisionState,
  VERDICTS,
  type Verdict,
} from '../domain/decision.js';

export class DecideApplicationDto implements DecisionInput {
  @IsIn(VERDICTS)
  @ApiProperty({ enum: VERDICTS, example: 'accept' })
  verdict: Verdict;

  /**
   * For the applicant.
   * @example "Your application is complete."
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

export class DecisionResponse {
  id: string;
  applicationId: string;

  @ApiProperty({ enum: VERDICTS })
  verdict: Verdict;

  /** Pending as long as it can be taken back. */
  @ApiProperty({ enum: DECISION_STATES })
  state: DecisionState;

  /** Until then it can be taken back and nobody is told; RFC 3339. */
  effectiveAt: string;
}

export function toDecisionResponse({
  id,
  applicationId,
  verdict,
  state,
  effectiveAt,
}: Decision): DecisionResponse {
  return { id, applicationId, verdict, state, effectiveAt: effectiveAt.toISOString() };
}
