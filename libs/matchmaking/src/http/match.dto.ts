import { ApiProperty } from '@nestjs/swagger';
import { IsIn, IsOptional, IsUUID, ValidateIf } from 'class-validator';
import {
  DISMISSAL_REASONS,
  type DismissalReason,
  type Fit,
  FITS,
  MATCH_STATES,
  MATCH_SUBJECTS,
  type MatchState,
  type MatchSubject,
  ORGANIZATION_KINDS,
  type OrganizationKind,
} from '#libs/contracts';
import type { Actor } from '#libs/kernel';
import { IsWritten, Repeated } from '#libs/platform/fields';
import { PageQuery } from '#libs/platform/http';
import type { MatchContext } from '../app/match-contexts.reader.js';
import type { DetailedMatch } from '../app/match-details.js';
import type { RunState } from '../app/matches.reader.js';
import type { Subject } from '../app/subjects.reader.js';
import { directionFor, INTEREST_STATES, type InterestState } from '../domain/interest.js';
import { LIST_MOVES, type ListMove, type ListNote, type SubjectRef } from '../domain/match.js';
import { abilitiesFor, isParty } from '../domain/match.policy.js';
import { MatchReasonResponse, toReasonResponse } from './match-reason.dto.js';

/** What a list of matches is asked for; `dismissed` is never listed. */
const LISTED_STATES = MATCH_STATES.filter((state) => state !== 'dismissed');
const MAX_NOTE = 1_000;

export class ListMatchesQuery extends PageQuery {
  /** What the matches start from; together with `subjectId`. Without both: all of the acting organization. */
  @ValidateIf((query: ListMatchesQuery) => query.subjectType !== undefined || query.subjectId !== undefined)
  @IsIn(MATCH_SUBJECTS)
  @ApiProperty({ enum: MATCH_SUBJECTS, required: false })
  subjectType?: MatchSubject;

  @ValidateIf((query: ListMatchesQuery) => query.subjectType !== undefined || query.subjectId !== undefined)
  @IsUUID()
  subjectId?: string;

  /** Only matches in these states; repeat it for several. */
  @IsOptional()
  @Repeated()
  @IsIn(LISTED_STATES, { each: true })
  @ApiProperty({ enum: LISTED_STATES, isArray: true, required: false })
  state?: MatchState[];

  /** Only matches with these on the other side; repeat it for several. */
  @IsOptional()
  @Repeated()
  @IsIn(MATCH_SUBJECTS, { each: true })
  @ApiProperty({ enum: MATCH_SUBJECTS, isArray: true, required: false })
  objectType?: MatchSubject[];
}

export class DismissMatchDto {
  @IsIn(DISMISSAL_REASONS)
  @ApiProperty({ enum: DISMISSAL_REASONS })
  reason: DismissalReason;

  /**
   * In your words; nobody else reads it.
   * @example "We work with divers only."
   */
  @IsOptional()
  @IsWritten(0, MAX_NOTE)
  note?: string | null;
}

/** What was matched: a proposal, an opportunity, a consulting request, or an organization as such. */
export class MatchSubjectResponse {
  @ApiProperty({ enum: MATCH_SUBJECTS })
  type: MatchSubject;
  id: string;

  /** Null for an organization as such. */
  title: string | null;

  /** BCP 47 of the title. */
  language: string | null;
}

/** The organization on the other side. */
export class CounterpartResponse {
  id: string;
  slug: string;

  /** In Latin script. */
  name: string;

  /** As it is written at home. */
  nameLocal: string | null;

  @ApiProperty({ enum: ORGANIZATION_KINDS })
  kind: OrganizationKind;

  /** ISO 3166-1 alpha-2. */
  country: string;

  /** Invented for the demonstration; always shown as such. */
  fictional: boolean;
}

/** The last interest between the two that was not withdrawn. */
export class MatchInterestResponse {
  id: string;

  @ApiProperty({ enum: ['sent', 'received'] })
  direction: 'sent' | 'received';

  @ApiProperty({ enum: INTEREST_STATES })
  state: InterestState;
  message: string;

  /** BCP 47; null when the sender did not say. */
  language: string | null;
  sentAt: string;

  /** When it stops waiting for an answer. */
  expiresAt: string;
}

/** Why a match is in a list where its score alone would not have put it. */
export class MatchNoteResponse {
  /**
   * Fewer look at whom it shows; the better ones were too many of one organization, city or sector; a place is kept
   * for SMEs, or for those who have just joined.
   */
  @ApiProperty({ enum: LIST_MOVES })
  code: ListMove;

  /** In whose list: that of the side the reader stands on, or of the other one. */
  @ApiProperty({ enum: ['ours', 'theirs'] })
  list: ListNote['list'];
}

/** What the reader may do with a match now. */
export class MatchAbilitiesResponse {
  dismiss: boolean;
  sendInterest: boolean;
  answerInterest: boolean;
  withdrawInterest: boolean;
}

export class MatchResponse {
  id: string;
  subject: MatchSubjectResponse;
  counterpart: CounterpartResponse;

  /** What the match is about on the other side; null when it is the counterpart as such. */
  @ApiProperty({ type: MatchSubjectResponse, nullable: true })
  object: MatchSubjectResponse | null;

  @ApiProperty({ enum: FITS })
  fit: Fit;

  /**
   * 0 to 1.
   * @example 0.71
   */
  score: number;

  /** At least two, the weightiest first. */
  reasons: MatchReasonResponse[];

  /** What speaks against it, with negative contributions. */
  unmet: MatchReasonResponse[];

  /**
   * What could not be compared, as `ours.<what>` or `theirs.<what>`; it costs nothing.
   * @example ["theirs.capacity"]
   */
  notStated: string[];

  /** What besides its score decided that it is listed; the same for both sides, `list` swapped. */
  notes: MatchNoteResponse[];

  /** From the side of the reader's organization. */
  @ApiProperty({ enum: MATCH_STATES })
  state: MatchState;

  /** Null for readers who have no part in it. */
  @ApiProperty({ type: MatchInterestResponse, nullable: true })
  interest: MatchInterestResponse | null;

  /** Where the two talk. */
  conversationId: string | null;

  /** False once one side was withdrawn or closed. */
  open: boolean;

  /** RFC 3339, UTC. */
  computedAt: string;

  /** Also the ETag. */
  version: number;
  abilities: MatchAbilitiesResponse;
}

export class MatchRunResponse {
  /** `pending`: the last change has not been compared yet; ask again, or wait for the push. */
  @ApiProperty({ enum: ['pending', 'done'] })
  state: 'pending' | 'done';

  /** When the list was last computed; null when never. */
  computedAt: string | null;
}

export class MatchPageResponse {
  items: MatchResponse[];
  nextCursor: string | null;
  total?: number;
  totalCapped?: boolean;
  run: MatchRunResponse;
}

/** Undefined when the list is of the whole organization. */
export function subjectOf({
  subjectType,
  subjectId,
}: Pick<ListMatchesQuery, 'subjectType' | 'subjectId'>): SubjectRef | null {
  return subjectType && subjectId ? { type: subjectType, id: subjectId.toLowerCase() } : null;
}

export function toMatchResponse(actor: Actor, detailed: DetailedMatch): MatchResponse {
  const { match, reasons, unmet } = detailed;
  const isOwn = isParty(actor, match);
  return {
    id: match.id,
    ...toContextResponse(detailed),
    fit: match.fit,
    score: match.score,
    reasons: reasons.map(toReasonResponse),
    unmet: unmet.map(toReasonResponse),
    notStated: [...match.notStated],
    notes: match.notes.map(({ code, list }) => ({ code, list })),
    state: match.state,
    interest: isOwn ? toMatchInterest(detailed) : null,
    conversationId: isOwn ? (match.interest?.conversationId ?? null) : null,
    open: match.isOpen,
    computedAt: match.computedAt.toISOString(),
    version: match.version,
    abilities: abilitiesFor(actor, match),
  };
}

/** The members that say between whom a match is, and about what. */
export function toContextResponse({
  subject,
  counterpart,
  object,
}: MatchContext): Pick<MatchResponse, 'subject' | 'counterpart' | 'object'> {
  return {
    subject: toSubjectResponse(subject),
    counterpart: toCounterpartResponse(counterpart),
    object: object && toSubjectResponse(object),
  };
}

export function toCounterpartResponse(card: MatchContext['counterpart']): CounterpartResponse {
  const { id, slug, name, nameLocal, kind, country, fictional } = card;
  return { id, slug, name, nameLocal, kind, country, fictional };
}

export function toRunResponse({ state, computedAt }: RunState): MatchRunResponse {
  return { state, computedAt: computedAt?.toISOString() ?? null };
}

function toSubjectResponse({ type, id, title, language }: Subject): MatchSubjectResponse {
  return { type, id, title, language };
}

function toMatchInterest({ match }: DetailedMatch): MatchInterestResponse | null {
  if (!match.interest) return null;
  const { id, state, message, language, sentAt, expiresAt } = match.interest;
  const direction = directionFor(match.interest, match.subject.organizationId) ?? 'received';
  const times = { sentAt: sentAt.toISOString(), expiresAt: expiresAt.toISOString() };
  return { id, direction, state, message, language, ...times };
}
