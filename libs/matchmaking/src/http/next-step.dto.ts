import { ApiProperty } from '@nestjs/swagger';
import { type Fit, FITS } from '#libs/contracts';
import { MATCHED_FIELDS, type MatchedField } from '#libs/profiles';
import type { NextStep, ProfileProgress } from '../app/next-step/next-step.reader.js';
import { CounterpartResponse } from './match.dto.js';

const ACTIONS = ['state', 'confirm'] as const;
const CHANGES = ['enters', 'rises'] as const;

/** An organization that would enter the matches, or fit better. */
export class UnlockedResponse {
  organization: CounterpartResponse;

  @ApiProperty({ enum: CHANGES })
  change: (typeof CHANGES)[number];

  /** Null when it is in no list today. */
  @ApiProperty({ enum: FITS, nullable: true })
  fitBefore: Fit | null;

  @ApiProperty({ enum: FITS })
  fitAfter: Fit;
}

export class AssumedValueResponse {
  /** A taxonomy code, a language, a month or a number of guests. */
  value: string;

  /** In the language of `Accept-Language`; the value itself where it is a number. */
  label: string;
}

/** The one thing to do next. */
export class NextStepResponse {
  /** `state`: fill in `field`; `confirm`: say that old facts are still right. */
  @ApiProperty({ enum: ACTIONS })
  action: (typeof ACTIONS)[number];

  @ApiProperty({ enum: MATCHED_FIELDS, nullable: true })
  field: MatchedField | null;

  /** What was assumed to be filled in: what today's candidates want most often. Empty where nothing can be assumed. */
  assumed: AssumedValueResponse[];

  /** Up to three organizations; empty when the matches would stay as they are. */
  unlocks: UnlockedResponse[];

  /** How many organizations would enter or fit better in all. */
  @ApiProperty({ type: 'integer' })
  unlockedCount: number;

  /** How many candidates were compared. */
  @ApiProperty({ type: 'integer' })
  compared: number;
}

export class ProfileProgressResponse {
  /** 0–100 of what matching compares; 100 when nothing of it is missing. */
  @ApiProperty({ type: 'integer' })
  percent: number;

  /** Null when there is nothing to do. */
  @ApiProperty({ type: NextStepResponse, nullable: true })
  next: NextStepResponse | null;
}

type Say = (value: string | number) => string;

export function toProgressResponse({ percent, next }: ProfileProgress, say: Say): ProfileProgressResponse {
  return { percent, next: next && toNextStep(next, say) };
}

function toNextStep(
  { action, field, assumed, unlocks, unlockedCount, compared }: NextStep,
  say: Say,
): NextStepResponse {
  return {
    action,
    field,
    assumed: assumed.map((value) => ({ value: String(value), label: say(value) })),
    unlocks: unlocks.map(({ organization, change, fitBefore, fitAfter }) => ({
      organization,
      change,
      fitBefore,
      fitAfter,
    })),
    unlockedCount,
    compared,
  };
}
