import { ApiProperty } from '@nestjs/swagger';
import { REASON_CODES, UNMET_CODES } from '#libs/matching';
import type { SpokenFact, SpokenReason } from '../app/match-details.js';

const CODES = [...REASON_CODES, ...UNMET_CODES];

/** One compared fact. */
export class MatchFactResponse {
  /**
   * What kind of fact: `offer`, `seek`, `theme`, `sector`, `market`, `area`, `language`, `country`, `city`, `names`,
   * `month`, `capacity`, …, with `_sought` or `_required` where it is a wish.
   * @example theme
   */
  type: string;

  /** A taxonomy code, BCP 47 tag, ISO 3166-1 code or id of an organization; months and amounts are numbers. */
  @ApiProperty({ oneOf: [{ type: 'string' }, { type: 'number' }], example: 'thm.golf' })
  value: string | number;

  /**
   * In the language of the reader.
   * @example "Golf tourism"
   */
  label: string;

  /**
   * Their own words, where the fact was read in a text.
   * @example 골프
   */
  quote?: string;

  /**
   * BCP 47 of the quotation.
   * @example ko
   */
  language?: string;
}

export class MatchFactsResponse {
  /** Those of the side the reader stands on. */
  ours: MatchFactResponse[];
  theirs: MatchFactResponse[];
}

export class MatchReasonResponse {
  @ApiProperty({ enum: CODES, example: 'themes_in_common' })
  code: string;

  /**
   * How much of the score it makes; negative where a condition is not met. All of them add up to the score.
   * @example 0.26
   */
  contribution: number;
  facts: MatchFactsResponse;
}

export function toReasonResponse({ code, contribution, facts }: SpokenReason): MatchReasonResponse {
  return {
    code,
    contribution,
    facts: { ours: facts.ours.map(toFactResponse), theirs: facts.theirs.map(toFactResponse) },
  };
}

export function toFactResponse({ type, value, label, quote, language }: SpokenFact): MatchFactResponse {
  return {
    type,
    value,
    label,
    ...(quote !== undefined && { quote }),
    ...(language !== undefined && { language }),
  };
}
