import { ApiProperty } from '@nestjs/swagger';
import { IsInt, IsOptional, Max, Min } from 'class-validator';
import { CONFLICT_CODES, type ConflictCode } from '#libs/consulting';
import { FITS, type Fit } from '#libs/contracts';
import { FromDigits } from '#libs/platform/fields';
import type { RankedExpert } from '../app/experts-for-request.reader.js';
import { MatchReasonResponse, toReasonResponse } from './match-reason.dto.js';

const MOST = 50;
const SHOWN = 10;

export class RankedExpertsQuery {
  /** How many of the best. */
  @IsOptional()
  @FromDigits()
  @IsInt()
  @Min(1)
  @Max(MOST)
  limit = SHOWN;
}

/** A consultancy with what speaks for and against asking it. */
export class RankedExpertResponse {
  organizationId: string;
  name: string;

  /** ISO 3166-1 alpha-2. */
  country: string;
  isSameCountry: boolean;

  /** @example 0.71 */
  score: number;

  @ApiProperty({ enum: FITS })
  fit: Fit;
  reasons: MatchReasonResponse[];

  /** Conditions that are not met. */
  unmet: MatchReasonResponse[];

  @ApiProperty({ enum: CONFLICT_CODES, isArray: true })
  conflicts: ConflictCode[];

  /** Invitations that are open or accepted. */
  open: number;

  /** Requests it was chosen for. */
  engaged: number;

  /** Requests it takes at one time. */
  loadLimit: number | null;
  isFull: boolean;
  asked: number;
  answered: number;

  /** Hours to an answer, the middle one. */
  answerHours: number | null;
}

export class RankedExpertsResponse {
  items: RankedExpertResponse[];
}

export function toRankedExpert({ organization, standing, ...expert }: RankedExpert): RankedExpertResponse {
  const { open, engaged, asked, answered, answerHours, conflicts } = standing;
  return {
    organizationId: organization.id,
    name: organization.name,
    country: organization.country,
    ...{ isSameCountry: expert.isSameCountry, score: expert.score, fit: expert.fit },
    reasons: expert.reasons.map(toReasonResponse),
    unmet: expert.unmet.map(toReasonResponse),
    conflicts: [...conflicts],
    ...{ open, engaged, asked, answered, answerHours },
    ...{ loadLimit: expert.loadLimit, isFull: expert.isFull },
  };
}
