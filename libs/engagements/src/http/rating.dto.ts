import { ApiProperty } from '@nestjs/swagger';
import { IsInt, IsOptional, Max, Min } from 'class-validator';
import { IsLanguageTag, IsWritten } from '#libs/platform/fields';
import { type Side, SIDES } from '../domain/engagement.js';
import { MAX_REASON, MOMENT } from './engagement-fields.js';

export class RatingDto {
  /**
   * 1 to 5.
   * @example 5
   */
  @IsInt()
  @Min(1)
  @Max(5)
  quality: number;

  /** @example 4 */
  @IsInt()
  @Min(1)
  @Max(5)
  communication: number;

  /** @example 5 */
  @IsInt()
  @Min(1)
  @Max(5)
  reliability: number;

  /** @example "Knew our coast better than we do." */
  @IsOptional()
  @IsWritten(1, MAX_REASON)
  words?: string | null;

  /**
   * BCP 47 of the words.
   * @example en
   */
  @IsOptional()
  @IsLanguageTag()
  language?: string | null;
}

export class EngagementRatingResponse {
  /** Who says it, of the other side. */
  @ApiProperty({ enum: SIDES })
  side: Side;
  quality: number;
  communication: number;
  reliability: number;
  @ApiProperty({ type: String, nullable: true })
  words: string | null;
  @ApiProperty({ type: String, nullable: true })
  language: string | null;
}

export class EngagementRatingsResponse {
  /** One's own; both once they are open. */
  items: EngagementRatingResponse[];
  isOpen: boolean;
  /** When they open at the latest, while they are sealed. */
  @ApiProperty(MOMENT)
  opensAt: string | null;
}

export class RatingAveragesResponse {
  quality: number;
  communication: number;
  reliability: number;
}

/** A reputation made of facts of closed engagements. */
export class ConsultantRatingsResponse {
  engagements: number;
  ratings: number;
  /** 1 to 5, one digit after the point; null below three ratings. */
  @ApiProperty({ type: RatingAveragesResponse, nullable: true })
  averages: RatingAveragesResponse | null;
  sessionsHeld: number;
  /** Because the consultant did not come. */
  sessionsMissed: number;
  deliverablesOnTime: number;
  /** Of those that had a day. */
  deliverablesWithDay: number;
  revisions: number;
}
