import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsIn, IsOptional, IsUUID, ValidateNested } from 'class-validator';
import type { Actor } from '#libs/kernel';
import {
  IfSent,
  IsCodes,
  IsLanguageTag,
  IsLine,
  IsWritten,
  MAX_TEXT,
  MAX_TITLE,
  MoneyDto,
  PeriodDto,
  Repeated,
} from '#libs/platform/fields';
import { PageQuery } from '#libs/platform/http';
import type { FrozenDossier } from '../domain/dossier.js';
import type { CreateProposalInput } from '../app/create-proposal.js';
import {
  contentOf,
  type Proposal,
  type ProposalChanges,
  type ProposalContent,
  type ProposalVersion,
  type SubmissionReceipt,
} from '../domain/proposal.js';
import { PUBLIC_PROPOSAL_STATES, publicState, type PublicProposalState } from '../domain/proposal-states.js';
import { abilitiesFor } from '../domain/proposal.policy.js';

/** Fields of a proposal that may stay open until it is handed in; null says "not stated". */
class OpenProposalFields {
  /**
   * What is proposed, in the language of the proposal; needed for submission.
   * @example "One app guides through the night views of Busan and Da Nang."
   */
  @IsOptional()
  @IsWritten(0, MAX_TEXT)
  summary?: string | null;

  /**
   * Whom you look for, in your words.
   * @example "City tourism offices and night tour companies"
   */
  @IsOptional()
  @IsWritten(0, MAX_TEXT)
  partnersSought?: string | null;

  /**
   * Taxonomy codes of kind `theme`.
   * @example ["thm.smart", "thm.night"]
   */
  @IsOptional()
  @IsCodes()
  themes?: string[] | null;

  /**
   * Taxonomy codes of kind `collaboration`.
   * @example ["col.data_tech"]
   */
  @IsOptional()
  @IsCodes()
  collaboration?: string[] | null;

  /**
   * Taxonomy codes of kind `sdg_target`.
   * @example ["sdg.8.9"]
   */
  @IsOptional()
  @IsCodes()
  sdgTargets?: string[] | null;

  @IsOptional()
  @ValidateNested()
  @Type(() => MoneyDto)
  budget?: MoneyDto | null;

  @IsOptional()
  @ValidateNested()
  @Type(() => PeriodDto)
  period?: PeriodDto | null;
}

export class CreateProposalDto extends OpenProposalFields implements CreateProposalInput {
  /** @example "Night walks of five cities" */
  @IsLine(MAX_TITLE)
  title: string;

  /**
   * BCP 47 language of the texts.
   * @example en
   */
  @IsLanguageTag()
  language: string;

  /**
   * The call it answers; its first stage must be open.
   * @example 0198c0de-0000-7000-8000-000000000001
   */
  @IfSent()
  @IsUUID()
  callId?: string;
}

/** Replaces the fields that are sent; null clears one. */
export class EditProposalDto extends OpenProposalFields implements ProposalChanges {
  /** @example "Night walks of six cities" */
  @IfSent()
  @IsLine(MAX_TITLE)
  title?: string;

  /** @example en */
  @IfSent()
  @IsLanguageTag()
  language?: string;
}

export class ListProposalsQuery extends PageQuery {
  /** Only proposals in these states; repeat it for several. */
  @IsOptional()
  @Repeated()
  @IsIn(PUBLIC_PROPOSAL_STATES, { each: true })
  @ApiProperty({ enum: PUBLIC_PROPOSAL_STATES, isArray: true, required: false })
  state?: PublicProposalState[];
}

/** Proof of what was handed in, and when. */
export class SubmissionReceiptResponse {
  /** @example 1 */
  number: number;

  /** SHA-256 of the canonical JSON (RFC 8785) of the frozen content, in hexadecimal. */
  sha256: string;

  /** @example 2027-02-01T03:04:05.678Z */
  submittedAt: string;
}

/** What the reader may do with a proposal now. */
export class ProposalAbilitiesResponse {
  update: boolean;
  submit: boolean;
  withdraw: boolean;
}

export class ProposalContentResponse {
  title: string;
  language: string;
  summary: string | null;
  partnersSought: string | null;
  themes: string[];
  collaboration: string[];
  sdgTargets: string[];

  @ApiProperty({ type: MoneyDto, nullable: true })
  budget: MoneyDto | null;

  @ApiProperty({ type: PeriodDto, nullable: true })
  period: PeriodDto | null;
}

export class ProposalResponse extends ProposalContentResponse {
  id: string;
  organizationId: string;

  /** Person who began it. */
  createdBy: string;

  @ApiProperty({ enum: PUBLIC_PROPOSAL_STATES })
  state: PublicProposalState;

  /** Also the ETag. */
  version: number;
  createdAt: string;
  updatedAt: string;

  /** The call it answers. */
  callId: string | null;

  /** Null until it was handed in. */
  @ApiProperty({ type: SubmissionReceiptResponse, nullable: true })
  receipt: SubmissionReceiptResponse | null;
  abilities: ProposalAbilitiesResponse;
}

/** What was handed in; where a proposal held more than every proposal does, its dossier as it was frozen. */
export class FrozenContentResponse extends ProposalContentResponse {
  /** Answers, sections, plan, budget lines, partners with their signatures, annexes and letters. */
  @ApiPropertyOptional({ type: 'object', additionalProperties: true })
  dossier?: FrozenDossier;
}

/** A proposal in a list. */
export class ProposalCardResponse {
  id: string;
  title: string;
  language: string;
  themes: string[];

  @ApiProperty({ enum: PUBLIC_PROPOSAL_STATES })
  state: PublicProposalState;
  version: number;
  updatedAt: string;
  submittedAt: string | null;
}

export class ProposalPageResponse {
  items: ProposalCardResponse[];
  nextCursor: string | null;
  total?: number;
  totalCapped?: boolean;
}

export class ProposalVersionResponse extends SubmissionReceiptResponse {
  /** Person who handed it in. */
  submittedBy: string;
  content: FrozenContentResponse;
}

export class ProposalVersionsResponse {
  items: ProposalVersionResponse[];
  nextCursor: string | null;
}

export function toProposalResponse(actor: Actor, proposal: Proposal): ProposalResponse {
  return {
    ...toContentResponse(proposal),
    id: proposal.id,
    organizationId: proposal.organizationId,
    createdBy: proposal.createdBy,
    state: publicState(proposal),
    version: proposal.version,
    createdAt: proposal.createdAt.toISOString(),
    updatedAt: proposal.updatedAt.toISOString(),
    callId: proposal.call?.callId ?? null,
    receipt: proposal.receipt && toReceiptResponse(proposal.receipt),
    abilities: abilitiesFor(actor, proposal),
  };
}

export function toProposalCard({ receipt, ...proposal }: Proposal): ProposalCardResponse {
  return {
    id: proposal.id,
    title: proposal.title,
    language: proposal.language,
    themes: [...proposal.themes],
    state: publicState(proposal),
    version: proposal.version,
    updatedAt: proposal.updatedAt.toISOString(),
    submittedAt: receipt?.submittedAt.toISOString() ?? null,
  };
}

export function toVersionResponse(version: ProposalVersion): ProposalVersionResponse {
  return {
    ...toReceiptResponse(version),
    submittedBy: version.submittedBy,
    content: {
      ...toContentResponse(version.content),
      ...(version.content.dossier && { dossier: version.content.dossier }),
    },
  };
}

function toReceiptResponse({ number, sha256, submittedAt }: SubmissionReceipt): SubmissionReceiptResponse {
  return { number, sha256, submittedAt: submittedAt.toISOString() };
}

function toContentResponse(proposal: ProposalContent): ProposalContentResponse {
  const { themes, collaboration, sdgTargets, ...content } = contentOf(proposal);
  return {
    ...content,
    themes: [...themes],
    collaboration: [...collaboration],
    sdgTargets: [...sdgTargets],
  };
}
