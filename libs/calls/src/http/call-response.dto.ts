import { ApiProperty } from '@nestjs/swagger';
import { ORGANIZATION_KINDS, type OrganizationKind } from '#libs/contracts';
import { CONTENT_FIELDS, type CallField } from '../domain/call-content.js';
import { CALL_STATES, type CallState } from '../domain/call-states.js';
import { STAGE_KEYS, type StageKey } from '../domain/call-terms.js';
import {
  CallTranslationDto,
  ConflictRuleDto,
  CriterionDto,
  EligibilityRuleDto,
  QuotaDto,
  StageDto,
} from './call-terms.dto.js';

/** Who runs a call, or decides. */
export class CallOrganizationResponse {
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

/** The stage that takes answers now, else the one to come next. */
export class CallWindowResponse {
  @ApiProperty({ enum: STAGE_KEYS })
  stage: StageKey;

  opensAt: string;
  closesAt: string;

  /** By the clock of the server, when this was answered. */
  isOpen: boolean;
}

/** What the reader may do with a call now. */
export class CallAbilitiesResponse {
  update: boolean;
  publish: boolean;

  /** Put new terms in the place of the published ones. */
  change: boolean;
  callOff: boolean;
  archive: boolean;
  discard: boolean;
  follow: boolean;
}

/** A call in a list. */
export class CallCardResponse {
  id: string;

  @ApiProperty({ type: CallOrganizationResponse, nullable: true })
  organization: CallOrganizationResponse | null;
  title: string;
  summary: string | null;

  /** BCP 47 of what is written. */
  language: string;
  translations: CallTranslationDto[];

  /** Taxonomy codes of kind `theme`; empty: of whatever theme. */
  themes: string[];

  /** IANA zone in which the deadlines are meant. */
  zone: string;

  @ApiProperty({ enum: CALL_STATES })
  state: CallState;

  @ApiProperty({ enum: STAGE_KEYS, isArray: true })
  stageKeys: StageKey[];

  @ApiProperty({ type: CallWindowResponse, nullable: true })
  window: CallWindowResponse | null;

  /** Of its terms; 0 before publication. */
  @ApiProperty({ type: 'integer' })
  number: number;

  /** Also the ETag. */
  @ApiProperty({ type: 'integer' })
  version: number;
}

export class CallPageResponse {
  items: CallCardResponse[];
  nextCursor: string | null;
}

export class CallPhasesResponse {
  @ApiProperty({ type: 'integer' })
  open: number;

  @ApiProperty({ type: 'integer' })
  coming: number;

  @ApiProperty({ type: 'integer' })
  closed: number;
}

/** What a call says: its draft, or one version of its terms. */
export class CallTermsResponse {
  title: string;
  summary: string | null;
  language: string;
  translations: CallTranslationDto[];
  themes: string[];
  zone: string;
  stages: StageDto[];
  criteria: CriterionDto[];

  @ApiProperty({ type: 'integer' })
  quorum: number;

  /** Percent of the scale. */
  @ApiProperty({ type: 'integer' })
  spreadLimit: number;
  conflictRule: ConflictRuleDto;
  isBlind: boolean;
  decidingOrganizationIds: string[];
  quotas: QuotaDto[];
  budgetCurrency: string | null;

  /** In minor units. */
  @ApiProperty({ type: 'integer', nullable: true })
  maxBudgetMinor: number | null;
  eligibility: EligibilityRuleDto[];
}

/** How many organizations are told of a change. */
export class CallToldResponse {
  @ApiProperty({ type: 'integer' })
  followers: number;

  /** Of these: with a part in a proposal for it. */
  @ApiProperty({ type: 'integer' })
  concerned: number;
}

export class CallResponse extends CallCardResponse {
  terms: CallTermsResponse;

  /** Who decides, by name. */
  deciders: CallOrganizationResponse[];

  createdAt: string;
  updatedAt: string;
  stateSince: string;

  /** When others could read it first. */
  publishedAt: string | null;

  /** The clock of the server, which decides deadlines. */
  serverTime: string;
  isFollowing: boolean;

  /** Numbers of the rules that keep the acting organization from leading a proposal for it. */
  @ApiProperty({ type: 'integer', isArray: true })
  unmetRules: number[];

  /** The acting organization has a part in a proposal for it. */
  isConcerned: boolean;

  /** Only for those who run it. */
  @ApiProperty({ type: CallToldResponse, nullable: true })
  told: CallToldResponse | null;
  abilities: CallAbilitiesResponse;
}

/** One thing that keeps a call from being published. */
export class CallFindingResponse {
  /** JSON Pointer into the terms. */
  pointer: string;

  /** @example call/weights-not-100 */
  code: string;
}

export class CallCheckResponse {
  /** Empty: it can be published. */
  findings: CallFindingResponse[];
}

export class CallVersionResponse {
  @ApiProperty({ type: 'integer' })
  number: number;

  /** In which fields it differs from the version before. */
  @ApiProperty({ enum: CONTENT_FIELDS, isArray: true })
  changed: CallField[];
  reason: string | null;
  at: string;
}

/** One version of the terms, whole. */
export class CallVersionTermsResponse extends CallVersionResponse {
  terms: CallTermsResponse;
}

export class CallStepResponse {
  /** @example open */
  verb: string;

  @ApiProperty({ enum: CALL_STATES })
  fromState: CallState;

  @ApiProperty({ enum: CALL_STATES })
  toState: CallState;

  @ApiProperty({ enum: STAGE_KEYS, nullable: true })
  stage: StageKey | null;
  reason: string | null;
  at: string;
}

export class CallHistoryResponse {
  /** Newest first. */
  versions: CallVersionResponse[];

  /** Oldest first. */
  steps: CallStepResponse[];
}
