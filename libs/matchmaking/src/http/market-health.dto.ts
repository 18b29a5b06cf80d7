import { ApiProperty } from '@nestjs/swagger';
import { IsInt, IsOptional, Max, Min } from 'class-validator';
import { ORGANIZATION_KINDS, type OrganizationKind } from '#libs/contracts';
import { FromDigits } from '#libs/platform/fields';
import type { MarketHealth } from '../app/market-health.reader.js';
import { CounterpartResponse, toCounterpartResponse } from './match.dto.js';

export const USUAL_DAYS = 90;
const MOST_DAYS = 365;

export class MarketHealthQuery {
  /** How many days back interests and what was shown are looked at; matches are those of today. */
  @IsOptional()
  @FromDigits()
  @IsInt()
  @Min(1)
  @Max(MOST_DAYS)
  @ApiProperty({ type: 'integer', minimum: 1, maximum: MOST_DAYS, default: USUAL_DAYS, required: false })
  days?: number;
}

export class GroupHealthResponse {
  @ApiProperty({ type: 'integer' })
  organizations: number;

  /** Those that stand in at least one open match. */
  @ApiProperty({ type: 'integer' })
  covered: number;

  /** In how many open matches others could see them. */
  @ApiProperty({ type: 'integer' })
  listed: number;

  /** How often others were shown them in these days, each match once a day. */
  @ApiProperty({ type: 'integer' })
  shown: number;

  /** Interests they sent. */
  @ApiProperty({ type: 'integer' })
  sent: number;

  /** Of those, accepted. */
  @ApiProperty({ type: 'integer' })
  won: number;
}

export class KindHealthResponse extends GroupHealthResponse {
  @ApiProperty({ enum: ORGANIZATION_KINDS })
  kind: OrganizationKind;

  /** How unequally they are shown, 0–1. */
  gini: number;
}

export class SectorHealthResponse extends GroupHealthResponse {
  /** @example sec.hotel */
  code: string;

  /** In the language of `Accept-Language`. */
  label: string;
}

export class ExposureHealthResponse {
  /** 0 when all are shown equally, towards 1 when one takes all. */
  gini: number;

  /** Share of all showing that goes to the least shown 0, 10, … 100 %: eleven numbers from 0 to 1. */
  lorenz: number[];

  /** Share of all showing that goes to SMEs; null while nobody is shown. */
  @ApiProperty({ type: 'number', nullable: true })
  smeShare: number | null;
}

export class InterestTotalsResponse {
  @ApiProperty({ type: 'integer' })
  sent: number;
  @ApiProperty({ type: 'integer' })
  accepted: number;
  @ApiProperty({ type: 'integer' })
  declined: number;
  @ApiProperty({ type: 'integer' })
  withdrawn: number;
  @ApiProperty({ type: 'integer' })
  waiting: number;

  /** Ran out, or have waited for more than seven days. */
  @ApiProperty({ type: 'integer' })
  unanswered: number;

  /** Half of the answers took no longer; null without answers. */
  @ApiProperty({ type: 'number', nullable: true })
  medianHours: number | null;

  /** Nine of ten answers took no longer. */
  @ApiProperty({ type: 'number', nullable: true })
  ninthHours: number | null;
}

export class AnswerTimeResponse {
  /** Within so many hours, and longer than the one before; null: longer than all of them. */
  @ApiProperty({ type: 'integer', nullable: true })
  withinHours: number | null;

  @ApiProperty({ type: 'integer' })
  count: number;
}

export class InterestWeekResponse {
  /**
   * Monday.
   * @example 2026-11-16
   */
  from: string;

  @ApiProperty({ type: 'integer' })
  sent: number;

  /** Of those sent in this week. */
  @ApiProperty({ type: 'integer' })
  accepted: number;
}

export class CityHealthResponse {
  organization: CounterpartResponse;

  /** In how many open matches others could see it. */
  @ApiProperty({ type: 'integer' })
  listed: number;

  /** How often others were shown it in these days, each match once a day. */
  @ApiProperty({ type: 'integer' })
  shown: number;

  @ApiProperty({ type: 'integer' })
  received: number;

  /** Of those received. */
  @ApiProperty({ type: 'integer' })
  accepted: number;

  /** Of those received, without an answer yet. */
  @ApiProperty({ type: 'integer' })
  waiting: number;

  @ApiProperty({ type: 'number', nullable: true })
  medianHours: number | null;
}

export class MarketHealthResponse {
  @ApiProperty({ type: 'integer' })
  days: number;

  /** By kind of organization, the most first. */
  kinds: KindHealthResponse[];
  exposure: ExposureHealthResponse;
  interests: InterestTotalsResponse;

  /** Shortest first. */
  answerTimes: AnswerTimeResponse[];

  /** The last twelve weeks, the running one last. */
  weeks: InterestWeekResponse[];

  /** The most shown first, up to a hundred. */
  cities: CityHealthResponse[];

  /** Whoever works in several counts in each; the most organizations first. */
  sectors: SectorHealthResponse[];
}

export function toMarketHealthResponse(days: number, health: MarketHealth): MarketHealthResponse {
  const { kinds, exposure, interests, answerTimes, weeks, cities, sectors } = health;
  return {
    days,
    kinds: [...kinds],
    exposure: { ...exposure, lorenz: [...exposure.lorenz] },
    interests,
    answerTimes: [...answerTimes],
    weeks: [...weeks],
    cities: cities.map(({ organization, listed, shown, received, accepted, waiting, medianHours }) => ({
      organization: toCounterpartResponse(organization),
      ...{ listed, shown, received, accepted, waiting, medianHours },
    })),
    sectors: [...sectors],
  };
}
