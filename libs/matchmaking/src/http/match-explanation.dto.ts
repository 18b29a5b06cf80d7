import { ApiProperty } from '@nestjs/swagger';
import { IsIn, IsUUID, ValidateIf } from 'class-validator';
import { type Fit, FITS, MATCH_SUBJECTS, type MatchSubject } from '#libs/contracts';
import type { Prospects } from '../app/explain/prospects.reader.js';
import type { WhyNotHigher } from '../app/explain/why-not-higher.reader.js';
import { type Lift, LIFTS } from '../domain/lift.js';
import { CounterpartResponse, toCounterpartResponse } from './match.dto.js';
import { MatchFactResponse, toFactResponse } from './match-reason.dto.js';

const SIDES = ['ours', 'theirs'] as const;

/** Something that would lift a match if it were so, found by comparing the two again. */
export class PossibleLiftResponse {
  /** Who would have to say so. */
  @ApiProperty({ enum: SIDES })
  side: (typeof SIDES)[number];

  /** One fact, or several of a kind that only count together (all months of a season). */
  facts: MatchFactResponse[];

  /** Already read out of a text of that side; it would count more if it were declared. */
  isRead: boolean;

  @ApiProperty({ enum: LIFTS })
  lift: Lift;

  /** What the fit would be called then. */
  @ApiProperty({ enum: FITS })
  fit: Fit;
}

export class WhyNotHigherResponse {
  /** False when one of the two takes no part any more. */
  comparable: boolean;

  @ApiProperty({ enum: FITS })
  fit: Fit;

  /** Ours first, of each side up to five, the greatest first. Empty where nothing that can be added would help. */
  lifts: PossibleLiftResponse[];
}

export class MatchProspectsQuery {
  /** What the matches start from; together with `subjectId`. Without both: the acting organization as such. */
  @ValidateIf(
    (query: MatchProspectsQuery) => query.subjectType !== undefined || query.subjectId !== undefined,
  )
  @IsIn(MATCH_SUBJECTS)
  @ApiProperty({ enum: MATCH_SUBJECTS, required: false })
  subjectType?: MatchSubject;

  @ValidateIf(
    (query: MatchProspectsQuery) => query.subjectType !== undefined || query.subjectId !== undefined,
  )
  @IsUUID()
  subjectId?: string;
}

/** Somebody who would newly stand in the list. */
export class NewcomerResponse {
  organization: CounterpartResponse;

  @ApiProperty({ enum: FITS })
  fit: Fit;
}

/** One fact more, and whom it would bring. */
export class MatchProspectResponse {
  facts: MatchFactResponse[];

  /** Up to three, the best first. */
  entering: NewcomerResponse[];

  @ApiProperty({ type: 'integer' })
  enteringCount: number;
}

export class MatchProspectsResponse {
  /** Those that would bring somebody, most first. */
  prospects: MatchProspectResponse[];

  /** How many candidates were compared. */
  @ApiProperty({ type: 'integer' })
  compared: number;
}

export function toWhyNotHigherResponse({ isComparable, fit, lifts }: WhyNotHigher): WhyNotHigherResponse {
  return {
    comparable: isComparable,
    fit,
    lifts: lifts.map(({ facts, ...rest }) => ({ ...rest, facts: facts.map(toFactResponse) })),
  };
}

export function toProspectsResponse({ prospects, compared }: Prospects): MatchProspectsResponse {
  return {
    compared,
    prospects: prospects.map(({ facts, entering, enteringCount }) => ({
      facts: facts.map(toFactResponse),
      enteringCount,
      entering: entering.map(({ organization, fit }) => ({
        organization: toCounterpartResponse(organization),
        fit,
      })),
    })),
  };
}
