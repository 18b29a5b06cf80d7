import { ApiProperty } from '@nestjs/swagger';
import { ArrayMaxSize, IsArray, IsIn } from 'class-validator';
import { IsLanguageTag, IsWritten } from '#libs/platform/fields';
import {
  PUBLIC_PROPOSAL_STATES,
  type PublicProposalState,
  PROPOSAL_STATES,
  type ProposalState,
} from '#libs/proposals';
import type { DecisionSheet, SheetRow } from '../app/decision-sheet.reader.js';
import type { ProposalOutcome } from '../app/proposal-outcome.reader.js';
import {
  BATCH_STATES,
  type BatchState,
  OUTCOMES,
  type Outcome,
  type Verdict,
} from '../domain/decision-batch.js';
import type { DecisionBatch, ProposalDecision } from '../domain/review.js';

export class DecideProposalDto implements Verdict {
  @IsIn(OUTCOMES)
  @ApiProperty({ enum: OUTCOMES, example: 'accepted' })
  outcome: Outcome;

  /**
   * For the applicant, who reads them after the release.
   * @example "New for three cities, with travellers named for each."
   */
  @IsWritten(1, 4_000)
  reasons: string;

  /**
   * What has to be done first; only with `conditional`, and then at least one.
   * @example []
   */
  @IsArray()
  @ArrayMaxSize(20)
  @IsWritten(1, 500, { each: true })
  conditions: string[];

  /**
   * BCP 47 of reasons and conditions.
   * @example en
   */
  @IsLanguageTag()
  language: string;
}

export class SheetPaperQuery {
  /**
   * Language of the words around titles and reasons.
   * @example ko
   */
  @IsIn(['en', 'ko'])
  language: 'en' | 'ko' = 'en';
}

export class ProposalDecisionResponse {
  @ApiProperty({ enum: OUTCOMES })
  outcome: Outcome;
  reasons: string;
  conditions: string[];
  language: string;
  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  releasedAt: string | null;
  version: number;
}

export class SheetRowResponse {
  proposalId: string;
  title: string;
  language: string;
  @ApiProperty({ enum: PROPOSAL_STATES })
  state: ProposalState;
  lead: string;
  /** Of the lead. */
  country: string;
  isLedBySme: boolean;
  /** Numbers of the rules of the call that the lead does not meet, of those that hold by themselves. */
  @ApiProperty({ type: 'integer', isArray: true })
  unmetRules: number[];
  partners: number;
  @ApiProperty({ type: Number, nullable: true })
  requestedMinor: number | null;
  currency: string | null;
  versionNumber: number;
  round: number;
  openReviews: number;
  /** 0 to 100, lowest first. */
  totals: number[];
  @ApiProperty({ type: Number, nullable: true })
  mean: number | null;
  @ApiProperty({ type: Number, nullable: true })
  median: number | null;
  @ApiProperty({ type: Number, nullable: true })
  spread: number | null;
  /** A further reviewer was asked because scores lay far apart. */
  wasWidened: boolean;
  @ApiProperty({ type: ProposalDecisionResponse, nullable: true })
  decision: ProposalDecisionResponse | null;
  /** You may decide on it: your organization takes no part in it. */
  mayDecide: boolean;
}

export class OutcomeCountsResponse {
  accepted: number;
  conditional: number;
  waitlisted: number;
  rejected: number;
  open: number;
}

export class CountryCountResponse {
  country: string;
  accepted: number;
  all: number;
}

export class QuotaResultResponse {
  @ApiProperty({ enum: ['country', 'sme'] })
  key: 'country' | 'sme';
  /** A country, or `*` for whichever. */
  value: string;
  @ApiProperty({ enum: ['least', 'most'] })
  bound: 'least' | 'most';
  /** Percent of the accepted ones. */
  share: number;
  @ApiProperty({ type: Number, nullable: true })
  reached: number | null;
  isMet: boolean;
}

export class SheetSummaryResponse {
  byOutcome: OutcomeCountsResponse;
  acceptedMinor: number;
  byCountry: CountryCountResponse[];
  @ApiProperty({ type: Number, nullable: true })
  smeShare: number | null;
  quotas: QuotaResultResponse[];
}

export class DecisionBatchResponse {
  @ApiProperty({ enum: BATCH_STATES })
  state: BatchState;
  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  releasedAt: string | null;
  version: number;
}

export class EligibilityRuleOfSheetResponse {
  number: number;
  words: string;
}

export class SheetAbilitiesResponse {
  manage: boolean;
  decide: boolean;
}

/** Everything handed in for a stage of a call, with what was found and decided. */
export class DecisionSheetResponse {
  callId: string;
  callTitle: string;
  callLanguage: string;
  stage: string;
  isBlind: boolean;
  quorum: number;
  spreadLimit: number;
  eligibility: EligibilityRuleOfSheetResponse[];
  rows: SheetRowResponse[];
  summary: SheetSummaryResponse;
  @ApiProperty({ type: DecisionBatchResponse, nullable: true })
  batch: DecisionBatchResponse | null;
  abilities: SheetAbilitiesResponse;
}

export class DecisionWrittenResponse {
  version: number;
}

export class ApplicantCommentResponse {
  comment: string;
  language: string | null;
}

/** What those who proposed learn. */
export class ProposalOutcomeResponse {
  @ApiProperty({ enum: PUBLIC_PROPOSAL_STATES })
  state: PublicProposalState;
  /** Null before the release. */
  @ApiProperty({ type: ProposalDecisionResponse, nullable: true })
  decision: ProposalDecisionResponse | null;
  comments: ApplicantCommentResponse[];
}

export function toDecision(decision: ProposalDecision): ProposalDecisionResponse {
  const { outcome, reasons, conditions, language, releasedAt, version } = decision;
  return {
    outcome,
    reasons,
    conditions: [...conditions],
    language,
    releasedAt: releasedAt?.toISOString() ?? null,
    version,
  };
}

export function toBatch({ state, releasedAt, version }: DecisionBatch): DecisionBatchResponse {
  return { state, releasedAt: releasedAt?.toISOString() ?? null, version };
}

export function toSheet(
  { call, rows, summary, batch }: DecisionSheet,
  acting: { readonly organizationId: string; readonly manages: boolean; readonly decides: boolean },
): DecisionSheetResponse {
  const { terms, stage } = call;
  const isRunner = terms.organizationId === acting.organizationId;
  return {
    callId: terms.callId,
    callTitle: terms.title,
    callLanguage: terms.language,
    stage: stage.key,
    isBlind: terms.isBlind,
    quorum: terms.quorum,
    spreadLimit: terms.spreadLimit,
    eligibility: [...terms.eligibility],
    rows: rows.map((row) => toSheetRow(row, acting.organizationId)),
    summary: { ...summary, byCountry: [...summary.byCountry], quotas: [...summary.quotas] },
    batch: batch && toBatch(batch),
    abilities: { manage: isRunner && acting.manages, decide: !isRunner && acting.decides },
  };
}

function toSheetRow(
  { proposal, lead, decision, totals, ...row }: SheetRow,
  readerId: string,
): SheetRowResponse {
  const { organizationId, partnerOrganizationIds } = proposal;
  return {
    ...row,
    proposalId: proposal.id,
    title: proposal.title,
    language: proposal.language,
    state: proposal.state,
    lead: lead?.name ?? '',
    country: lead?.country ?? '',
    isLedBySme: proposal.isLedBySme,
    unmetRules: [...row.unmetRules],
    partners: proposal.partnerCount,
    requestedMinor: proposal.requestedMinor,
    currency: proposal.currency,
    versionNumber: proposal.versionNumber,
    totals: [...totals],
    decision: decision && toDecision(decision),
    mayDecide: organizationId !== readerId && !partnerOrganizationIds.includes(readerId),
  };
}

export function toOutcome({ state, decision, comments }: ProposalOutcome): ProposalOutcomeResponse {
  return { state, decision: decision && toDecision(decision), comments: [...comments] };
}
