import { ApiProperty } from '@nestjs/swagger';
import { Transform, Type } from 'class-transformer';
import { IsBoolean, IsIn, IsOptional, ValidateNested } from 'class-validator';
import type { Actor } from '#libs/kernel';
import { IsDay, IsLanguageTag, IsLine, IsWritten, MoneyDto, Repeated } from '#libs/platform/fields';
import { PageQuery } from '#libs/platform/http';
import {
  awaitsRatification,
  feeDue,
  type Membership,
  MEMBERSHIP_CATEGORIES,
  MEMBERSHIP_STATES,
  type MembershipCategory,
  type MembershipState,
  type MembershipStep,
  type Ratification,
  RATIFICATIONS,
} from '../domain/membership.js';
import { abilitiesOn } from '../domain/membership.policy.js';
import { VOTE_SECRECIES, type VoteSecrecy } from '../domain/vote.js';
import { type Cards, named, NamedOrganizationResponse } from './named-organization.dto.js';

const MAX_STATEMENT = 4000;
const MAX_REASON = 2000;
const MAX_REFERENCE = 120;

export class ApplyForMembershipDto {
  /**
   * Why the organization wants to be a member, and what it brings.
   * @example "We run night tours in three member cities and want to work in joint promotion."
   */
  @IsWritten(1, MAX_STATEMENT)
  statement: string;

  /**
   * BCP 47 language of the statement.
   * @example en
   */
  @IsLanguageTag()
  language: string;
}

export class PutToVoteDto {
  /**
   * `secret`: nobody ever sees who chose what. `open`: the minutes name each city's choice.
   * @example secret
   */
  @IsIn(VOTE_SECRECIES)
  @ApiProperty({ enum: VOTE_SECRECIES })
  secrecy: VoteSecrecy;

  @ValidateNested()
  @Type(() => MoneyDto)
  admissionFee: MoneyDto;

  /** In the currency of the admission fee. */
  @ValidateNested()
  @Type(() => MoneyDto)
  annualFee: MoneyDto;
}

export class RejectMembershipDto {
  /**
   * What the applicant reads.
   * @example "The registration document does not name the organization that applies."
   */
  @IsWritten(1, MAX_REASON)
  reason: string;
}

export class ReceiveFeeDto {
  /** What was due, exactly. */
  @ValidateNested()
  @Type(() => MoneyDto)
  amount: MoneyDto;

  /** @example 2026-11-20 */
  @IsDay()
  receivedOn: string;

  /**
   * Of the payment.
   * @example "Busan Bank 2026-11-20/0042"
   */
  @IsLine(MAX_REFERENCE)
  reference: string;
}

export class RecordRatificationDto {
  /** Whether the General Assembly ratified the membership. */
  @IsBoolean()
  ratified: boolean;

  /** @example 2026-11-20 */
  @IsDay()
  decidedOn: string;

  /**
   * Which assembly, which item.
   * @example "13th General Assembly, Gimhae, item 4"
   */
  @IsLine(MAX_REFERENCE)
  reference: string;

  /**
   * Why it was not ratified.
   * @example "The assembly asks for a joint application of both districts."
   */
  @IsOptional()
  @IsWritten(1, MAX_REASON)
  reason?: string | null;
}

export class ListMembershipsQuery extends PageQuery {
  /** Only memberships in these states; repeat it for several. */
  @IsOptional()
  @Repeated()
  @IsIn(MEMBERSHIP_STATES, { each: true })
  @ApiProperty({ enum: MEMBERSHIP_STATES, isArray: true, required: false })
  state?: MembershipState[];

  /** Only what waits for the General Assembly: the agenda of ratifications. */
  @IsOptional()
  @Transform(({ value }: { value: unknown }) => ({ true: true, false: false })[String(value)] ?? value)
  @IsBoolean()
  toBeRatified?: boolean;
}

export class MembershipFeesResponse {
  admission: MoneyDto;
  annual: MoneyDto;
}

/** What the reader may do with a membership now. */
export class MembershipAbilitiesResponse {
  withdraw: boolean;
  putToVote: boolean;
  reject: boolean;
  receiveFee: boolean;
  ratify: boolean;
}

export class MembershipCardResponse {
  id: string;
  organization: NamedOrganizationResponse;

  /** Cities are city members, all others industry members. */
  @ApiProperty({ enum: MEMBERSHIP_CATEGORIES })
  category: MembershipCategory;

  @ApiProperty({ enum: MEMBERSHIP_STATES })
  state: MembershipState;

  @ApiProperty({ enum: RATIFICATIONS })
  ratification: Ratification;

  /** Provisional: approved, and not yet before the General Assembly. */
  toBeRatified: boolean;

  @ApiProperty({ type: MembershipFeesResponse, nullable: true })
  fees: MembershipFeesResponse | null;

  /** What has to be paid next. */
  @ApiProperty({ type: MoneyDto, nullable: true })
  feeDue: MoneyDto | null;

  voteId: string | null;
  approvedAt: string | null;
  /** End of the term that is paid for. */
  termEndsAt: string | null;
  /** When the membership lapses or expires by itself. */
  dueAt: string | null;
  /** Also the ETag. */
  version: number;
  createdAt: string;
  updatedAt: string;
  abilities: MembershipAbilitiesResponse;
}

export class MembershipStepResponse {
  number: number;
  /** What was done: `apply`, `put-to-vote`, `approve`, `activate`, `renew`, `lapse` … */
  verb: string;

  @ApiProperty({ enum: MEMBERSHIP_STATES, nullable: true })
  fromState: MembershipState | null;

  @ApiProperty({ enum: MEMBERSHIP_STATES })
  toState: MembershipState;

  reason: string | null;
  reference: string | null;
  /** The day of a payment or a resolution. */
  dated: string | null;

  @ApiProperty({ type: MoneyDto, nullable: true })
  amount: MoneyDto | null;
  at: string;
}

export class MembershipResponse extends MembershipCardResponse {
  statement: string;
  /** BCP 47, of the statement. */
  language: string;
  /** Why it was rejected or suspended, where somebody gave a reason. */
  reason: string | null;
  /** Oldest first. */
  history: MembershipStepResponse[];
}

export class MembershipPageResponse {
  items: MembershipCardResponse[];
  nextCursor: string | null;
}

const PAYING: readonly MembershipState[] = ['approved_unpaid', 'active', 'suspended'];

export function toMembershipCard(actor: Actor, membership: Membership, cards: Cards): MembershipCardResponse {
  const { fees, state, ratification } = membership;
  const isDue = PAYING.includes(state) && ratification !== 'declined';
  return {
    id: membership.id,
    organization: named(cards, membership.organizationId),
    category: membership.category,
    state,
    ratification,
    toBeRatified: awaitsRatification(membership),
    fees,
    feeDue: isDue && fees ? feeDue(state, fees) : null,
    voteId: membership.voteId,
    approvedAt: membership.approvedAt?.toISOString() ?? null,
    termEndsAt: membership.termEndsAt?.toISOString() ?? null,
    dueAt: membership.dueAt?.toISOString() ?? null,
    version: membership.version,
    createdAt: membership.createdAt.toISOString(),
    updatedAt: membership.updatedAt.toISOString(),
    abilities: abilitiesOn(actor, membership),
  };
}

export function toMembershipResponse(
  actor: Actor,
  membership: Membership,
  steps: readonly MembershipStep[],
  cards: Cards,
): MembershipResponse {
  const { statement, language, reason } = membership;
  const history = steps.map((step) => ({ ...step, at: step.at.toISOString() }));
  return { ...toMembershipCard(actor, membership, cards), statement, language, reason, history };
}
