import { ApiProperty } from '@nestjs/swagger';
import { IsIn, IsOptional } from 'class-validator';
import { type Actor, actingOrganization } from '#libs/kernel';
import { MoneyDto, Repeated } from '#libs/platform/fields';
import { PageQuery } from '#libs/platform/http';
import type { SeatedVote } from '../app/vote-access.js';
import type { VoteDetails } from '../app/votes.reader.js';
import { SEAT_STANDINGS, type SeatStanding } from '../domain/electorate.js';
import { MEMBERSHIP_CATEGORIES, type MembershipCategory } from '../domain/membership.js';
import {
  type Choice,
  CHOICES,
  OUTCOME_REASONS,
  type OutcomeReason,
  OUTCOMES,
  type Outcome,
  type Result,
  turnoutOf,
} from '../domain/tally.js';
import { voteAbilities } from '../domain/vote.policy.js';
import {
  type Closing,
  CLOSINGS,
  seatOf,
  type Vote,
  VOTE_SECRECIES,
  VOTE_STATES,
  VOTE_SUBJECTS,
  type VoteSeat,
  type VoteSecrecy,
  type VoteState,
  type VoteSubject,
} from '../domain/vote.js';
import { type Cards, named, NamedOrganizationResponse } from './named-organization.dto.js';

export class ListVotesQuery extends PageQuery {
  /** Only votes in these states; repeat it for several. */
  @IsOptional()
  @Repeated()
  @IsIn(VOTE_STATES, { each: true })
  @ApiProperty({ enum: VOTE_STATES, isArray: true, required: false })
  state?: VoteState[];
}

export class CastBallotDto {
  /** @example yes */
  @IsIn(CHOICES)
  @ApiProperty({ enum: CHOICES })
  choice: Choice;
}

/** How many seats there are, and how many ballots have come in; never for what they are while the vote is open. */
export class TurnoutResponse {
  seats: number;
  /** Seats that can vote. */
  voting: number;
  /** Seats without a city; they count for the quorum. */
  vacant: number;
  /** Seats that must not vote; they count for nothing. */
  conflicts: number;
  /** Ballots that must be in for a decision. */
  quorum: number;
  cast: number;
}

export class VoteResultResponse extends TurnoutResponse {
  yes: number;
  no: number;
  abstain: number;

  @ApiProperty({ enum: OUTCOMES })
  outcome: Outcome;

  @ApiProperty({ enum: OUTCOME_REASONS, isArray: true })
  reasons: OutcomeReason[];
}

export class BallotResponse {
  /** Null for good once a secret vote is counted. */
  @ApiProperty({ enum: CHOICES, nullable: true })
  choice: Choice | null;
  castAt: string;
}

/** What the reader may do with a vote now. */
export class VoteAbilitiesResponse {
  cast: boolean;
}

export class VoteCardResponse {
  id: string;

  @ApiProperty({ enum: VOTE_SUBJECTS })
  subjectType: VoteSubject;

  /** Whom the subject concerns. */
  organization: NamedOrganizationResponse;

  @ApiProperty({ enum: VOTE_SECRECIES })
  secrecy: VoteSecrecy;

  @ApiProperty({ enum: VOTE_STATES })
  state: VoteState;
  opensAt: string;
  closesAt: string;
  closedAt: string | null;

  @ApiProperty({ enum: CLOSINGS, nullable: true })
  closedBecause: Closing | null;
  turnout: TurnoutResponse;

  /** Once it is closed. */
  @ApiProperty({ type: VoteResultResponse, nullable: true })
  result: VoteResultResponse | null;

  /** The ballot of the acting city; null while it has none. */
  @ApiProperty({ type: BallotResponse, nullable: true })
  ownBallot: BallotResponse | null;

  /** Also the ETag. */
  version: number;
  abilities: VoteAbilitiesResponse;
}

export class ElectorateSeatResponse {
  /** ISO 3166-1 alpha-2. */
  country: string;
  number: number;
  /** Of the country, when the vote opened: more than ten give a second seat. */
  memberCities: number;

  @ApiProperty({ type: NamedOrganizationResponse, nullable: true })
  city: NamedOrganizationResponse | null;

  @ApiProperty({ enum: SEAT_STANDINGS })
  standing: SeatStanding;
  hasVoted: boolean;

  /** Only in an open vote, once it is closed. */
  @ApiProperty({ enum: CHOICES, nullable: true })
  choice: Choice | null;
}

/** What is asked: the request that the vote is about. */
export class VoteSubjectResponse {
  id: string;

  @ApiProperty({ enum: MEMBERSHIP_CATEGORIES })
  category: MembershipCategory;
  statement: string;
  /** BCP 47. */
  language: string;

  @ApiProperty({ type: MoneyDto, nullable: true })
  admissionFee: MoneyDto | null;

  @ApiProperty({ type: MoneyDto, nullable: true })
  annualFee: MoneyDto | null;
}

export class VoteResponse extends VoteCardResponse {
  @ApiProperty({ type: VoteSubjectResponse, nullable: true })
  subject: VoteSubjectResponse | null;
  electorate: ElectorateSeatResponse[];
}

export class VotePageResponse {
  items: VoteCardResponse[];
  nextCursor: string | null;
}

/** Every organization a vote names. */
export function organizationsOf({ vote, seats }: SeatedVote): string[] {
  return [vote.organizationId, ...seats.flatMap(({ organizationId }) => organizationId ?? [])];
}

export function toVoteCard(actor: Actor, { vote, seats }: SeatedVote, cards: Cards): VoteCardResponse {
  const own = seatOf(seats, actingOrganization(actor).id);
  return {
    id: vote.id,
    subjectType: vote.subjectType,
    organization: named(cards, vote.organizationId),
    secrecy: vote.secrecy,
    state: vote.state,
    opensAt: vote.opensAt.toISOString(),
    closesAt: vote.closesAt.toISOString(),
    closedAt: vote.closedAt?.toISOString() ?? null,
    closedBecause: vote.closedBecause,
    turnout: {
      ...turnoutOf(seats.map(({ standing }) => standing)),
      cast: seats.filter(({ castAt }) => castAt !== null).length,
    },
    result: vote.result && toResult(vote.result),
    ownBallot: own?.castAt ? { choice: own.choice, castAt: own.castAt.toISOString() } : null,
    version: vote.version,
    abilities: voteAbilities(actor, vote, seats),
  };
}

export function toVoteResponse(actor: Actor, details: VoteDetails, cards: Cards): VoteResponse {
  const { vote, seats, membership } = details;
  return {
    ...toVoteCard(actor, details, cards),
    subject: membership
      ? {
          id: membership.id,
          category: membership.category,
          statement: membership.statement,
          language: membership.language,
          admissionFee: membership.fees?.admission ?? null,
          annualFee: membership.fees?.annual ?? null,
        }
      : null,
    electorate: seats.map((seat) => ({
      country: seat.country,
      number: seat.number,
      memberCities: seat.memberCities,
      city: seat.organizationId === null ? null : named(cards, seat.organizationId),
      standing: seat.standing,
      hasVoted: seat.castAt !== null,
      choice: shownChoice(vote, seat),
    })),
  };
}

/** Never before the close, so that nobody votes by what others did. */
function shownChoice({ state, secrecy }: Vote, { choice }: VoteSeat): Choice | null {
  return state === 'closed' && secrecy === 'open' ? choice : null;
}

function toResult({ reasons, ...result }: Result): VoteResultResponse {
  return { ...result, reasons: [...reasons] };
}
