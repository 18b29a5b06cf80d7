import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsBoolean, IsIn, IsOptional, ValidateNested } from 'class-validator';
import type { OwnInvitation } from '../app/expert-invitations.reader.js';
import { DECLINE_REASONS, type DeclineReason, type ExpertInvitation } from '../domain/expert-invitation.js';
import { INVITATION_STATES, type InvitationState } from '../domain/invitation-states.js';
import { QUOTE_STATES, type QuoteState } from '../domain/quote-states.js';
import { ConsultingRequestCardResponse, toConsultingRequestCard } from './consulting-request-response.dto.js';
import { ConsultingWordsDto } from './consulting-words.dto.js';

/** What an expert declares; both are needed. */
export class AcceptInvitationDto {
  /**
   * Nobody of the consultancy has an interest of their own in the matter.
   * @example true
   */
  @IsBoolean()
  noConflict: boolean;

  /**
   * What the request says is kept to those who work on it.
   * @example true
   */
  @IsBoolean()
  confidentiality: boolean;
}

export class DeclineInvitationDto {
  @IsIn(DECLINE_REASONS)
  @ApiProperty({ enum: DECLINE_REASONS, example: 'no-time' })
  reason: DeclineReason;

  @IsOptional()
  @ValidateNested()
  @Type(() => ConsultingWordsDto)
  said?: ConsultingWordsDto | null;
}

/** An expert asked to take a request. */
export class ExpertInvitationResponse {
  id: string;
  requestId: string;

  /** Of the expert. */
  organizationId: string;

  /** The secretariat, or who asks for advice. */
  invitingOrganizationId: string;

  @ApiProperty({ enum: INVITATION_STATES })
  state: InvitationState;

  /** Until when it can be answered. */
  dueAt: string;
  answeredAt: string | null;
  noConflictDeclared: boolean;
  confidentialityDeclared: boolean;

  @ApiProperty({ enum: DECLINE_REASONS, nullable: true })
  reason: DeclineReason | null;
  words: string | null;
  language: string | null;
  version: number;
  createdAt: string;
}

export class ExpertInvitationsResponse {
  items: ExpertInvitationResponse[];
}

/** The expert's own quote, in short. */
export class OwnQuoteResponse {
  id: string;

  @ApiProperty({ enum: QUOTE_STATES })
  state: QuoteState;
  validUntil: string;
}

/** An invitation of the acting organization with what it asks. */
export class OwnInvitationResponse {
  invitation: ExpertInvitationResponse;
  request: ConsultingRequestCardResponse;
  quotesCloseAt: string | null;

  @ApiProperty({ type: OwnQuoteResponse, nullable: true })
  quote: OwnQuoteResponse | null;
}

export class OwnInvitationsResponse {
  /** Newest first, at most a hundred. */
  items: OwnInvitationResponse[];
}

export function toInvitationResponse(invitation: ExpertInvitation): ExpertInvitationResponse {
  const { invitedBy: _invitedBy, answeredBy: _answeredBy, ...told } = invitation;
  return {
    ...{ id: told.id, requestId: told.requestId, organizationId: told.organizationId },
    invitingOrganizationId: told.invitingOrganizationId,
    state: told.state,
    dueAt: told.dueAt.toISOString(),
    answeredAt: told.answeredAt?.toISOString() ?? null,
    noConflictDeclared: told.noConflictDeclared,
    confidentialityDeclared: told.confidentialityDeclared,
    ...{ reason: told.reason, words: told.words, language: told.language, version: told.version },
    createdAt: told.createdAt.toISOString(),
  };
}

export function toOwnInvitation({ invitation, request, quote }: OwnInvitation): OwnInvitationResponse {
  return {
    invitation: toInvitationResponse(invitation),
    request: toConsultingRequestCard(request),
    quotesCloseAt: request.quotesCloseAt?.toISOString() ?? null,
    quote: quote && { id: quote.id, state: quote.state, validUntil: quote.validUntil },
  };
}
