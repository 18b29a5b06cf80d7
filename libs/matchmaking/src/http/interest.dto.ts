import { ApiProperty } from '@nestjs/swagger';
import { IsIn, IsOptional } from 'class-validator';
import { DISMISSAL_REASONS, type DismissalReason } from '#libs/contracts';
import type { PersonCard } from '#libs/identity';
import type { Actor } from '#libs/kernel';
import { IsLanguageTag, IsWritten, Repeated } from '#libs/platform/fields';
import { PageQuery } from '#libs/platform/http';
import type { DetailedInterest } from '../app/interest-details.js';
import {
  directionFor,
  INTEREST_STATES,
  type InterestDirection,
  type InterestState,
  MAX_INTEREST_MESSAGE,
} from '../domain/interest.js';
import { abilitiesFor } from '../domain/interest.policy.js';
import { CounterpartResponse, MatchSubjectResponse, toContextResponse } from './match.dto.js';

const DIRECTIONS = ['received', 'sent'] as const;

export class SendInterestDto {
  /**
   * Who you are to them and what you would like to do together; 1 to 2,000 characters (code points).
   * @example "부산에서 다낭의 야간 관광을 함께 기획하고 싶습니다."
   */
  @IsWritten(1, MAX_INTEREST_MESSAGE)
  message: string;

  /**
   * BCP 47 language of the message.
   * @example ko
   */
  @IsOptional()
  @IsLanguageTag()
  language?: string | null;
}

export class DeclineInterestDto {
  /** Told to the sender. */
  @IsOptional()
  @IsIn(DISMISSAL_REASONS)
  @ApiProperty({ enum: DISMISSAL_REASONS, required: false, nullable: true })
  reason?: DismissalReason | null;
}

export class ListInterestsQuery extends PageQuery {
  /** Only those your organization received, or sent; without it both. */
  @IsOptional()
  @IsIn(DIRECTIONS)
  @ApiProperty({ enum: DIRECTIONS, required: false })
  direction?: InterestDirection;

  /** Only interests in these states; repeat it for several. */
  @IsOptional()
  @Repeated()
  @IsIn(INTEREST_STATES, { each: true })
  @ApiProperty({ enum: INTEREST_STATES, isArray: true, required: false })
  state?: InterestState[];
}

/** Who wrote it. */
export class InterestSenderResponse {
  id: string;
  displayName: string;

  /** In Latin script, where the person gave it. */
  latinName: string | null;
}

/** What the reader may do with an interest now. */
export class InterestAbilitiesResponse {
  accept: boolean;
  decline: boolean;
  withdraw: boolean;
}

export class InterestResponse {
  id: string;
  matchId: string;

  @ApiProperty({ enum: DIRECTIONS })
  direction: InterestDirection;

  @ApiProperty({ enum: INTEREST_STATES })
  state: InterestState;
  message: string;

  /** BCP 47; null when the sender did not say. */
  language: string | null;
  subject: MatchSubjectResponse;
  counterpart: CounterpartResponse;

  /** What the match is about on the other side; null when it is the counterpart as such. */
  @ApiProperty({ type: MatchSubjectResponse, nullable: true })
  object: MatchSubjectResponse | null;

  @ApiProperty({ type: InterestSenderResponse, nullable: true })
  sender: InterestSenderResponse | null;

  /** RFC 3339, UTC. */
  sentAt: string;

  /** When it stops waiting for an answer. */
  expiresAt: string;

  /** When it was accepted, declined or withdrawn, or its time was over. */
  answeredAt: string | null;

  @ApiProperty({ enum: DISMISSAL_REASONS, nullable: true })
  declineReason: DismissalReason | null;

  /** Where the two talk since it was accepted. */
  conversationId: string | null;

  /** Also the ETag. */
  version: number;
  abilities: InterestAbilitiesResponse;
}

export class InterestPageResponse {
  items: InterestResponse[];
  nextCursor: string | null;
  total?: number;
  totalCapped?: boolean;
}

export function toInterestResponse(actor: Actor, detailed: DetailedInterest): InterestResponse {
  const { interest, sender } = detailed;
  return {
    id: interest.id,
    matchId: interest.matchId,
    direction: directionFor(interest, actor.organization?.id) ?? 'received',
    state: interest.state,
    message: interest.message,
    language: interest.language,
    ...toContextResponse(detailed),
    sender: sender && toSenderResponse(sender),
    sentAt: interest.sentAt.toISOString(),
    expiresAt: interest.expiresAt.toISOString(),
    answeredAt: interest.answeredAt?.toISOString() ?? null,
    declineReason: interest.declineReason,
    conversationId: interest.conversationId,
    version: interest.version,
    abilities: abilitiesFor(actor, interest),
  };
}

function toSenderResponse({ id, displayName, latinName }: PersonCard): InterestSenderResponse {
  return { id, displayName, latinName };
}
