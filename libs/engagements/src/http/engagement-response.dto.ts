import { ApiProperty } from '@nestjs/swagger';
import { PARTY_SIDES, type PartySide, type Side, SIDES } from '../domain/engagement.js';
import { ENGAGEMENT_STATES, type EngagementState } from '../domain/engagement-states.js';
import { CaseNoteDraftResponse } from './case-note.dto.js';
import { EngagementDeliverableResponse } from './deliverable.dto.js';
import { EngagementDisputeResponse } from './dispute.dto.js';
import { MOMENT } from './engagement-fields.js';
import { LedgerBalanceResponse, LedgerEntryResponse } from './ledger.dto.js';
import { EngagementSessionResponse } from './session-response.dto.js';

export class EngagementOrganizationResponse {
  id: string;
  slug: string;
  name: string;
  @ApiProperty({ type: String, nullable: true })
  nameLocal: string | null;
}

/** Who works for one side, and by which clock. */
export class EngagementContactResponse {
  organization: EngagementOrganizationResponse;
  personId: string;
  /** Empty: a former member. */
  displayName: string;
  /** IANA. */
  timeZone: string;
}

export class ListedEngagementResponse {
  id: string;
  title: string;
  @ApiProperty({ enum: ENGAGEMENT_STATES })
  state: EngagementState;
  @ApiProperty({ type: EngagementOrganizationResponse, nullable: true })
  requester: EngagementOrganizationResponse | null;
  @ApiProperty({ type: EngagementOrganizationResponse, nullable: true })
  consultant: EngagementOrganizationResponse | null;
  /** By when all must have signed, while they have not. */
  @ApiProperty(MOMENT)
  signatureDueAt: string | null;
  version: number;
  @ApiProperty({ format: 'date-time' })
  createdAt: string;
}

export class EngagementPageResponse {
  items: ListedEngagementResponse[];
  nextCursor: string | null;
}

export class EngagementPartyResponse {
  id: string;
  organization: EngagementOrganizationResponse;
  @ApiProperty({ enum: PARTY_SIDES })
  side: PartySide;
  /** 10,000 is the whole. */
  shareBasisPoints: number;
  /** Its part of fee and tax, in minor units. */
  partMinor: number;
  @ApiProperty(MOMENT)
  signedAt: string | null;
  /** Who signed; empty: a former member. Null: not yet. */
  @ApiProperty({ type: String, nullable: true })
  signedBy: string | null;
  /** It is its turn to sign. */
  isWaitedFor: boolean;
}

export class EngagementTermsResponse {
  /** BCP 47 of title and goal. */
  requestLanguage: string;
  @ApiProperty({ type: String, nullable: true })
  goal: string | null;
  scope: string;
  /** Sessions that are included. */
  sessions: number;
  feeMinor: number;
  taxMinor: number;
  /** ISO 4217. */
  currency: string;
}

export class EngagementAbilitiesResponse {
  sign: boolean;
  cancel: boolean;
  propose: boolean;
  writeMinutes: boolean;
  confirmMinutes: boolean;
  submit: boolean;
  answer: boolean;
  rate: boolean;
  record: boolean;
  dispute: boolean;
  decide: boolean;
  draftNote: boolean;
  consentToNote: boolean;
}

/** An engagement with all the reader may see of it but the ratings. */
export class EngagementResponse {
  id: string;
  requestId: string;
  title: string;
  /** BCP 47 of the terms. */
  language: string;
  @ApiProperty({ enum: ENGAGEMENT_STATES })
  state: EngagementState;
  /** The side the reader works on; null: only bears cost, or arbitrates. */
  @ApiProperty({ enum: SIDES, nullable: true })
  side: Side | null;
  requester: EngagementContactResponse;
  consultant: EngagementContactResponse;
  /** For requester and consultant. */
  @ApiProperty({ type: String, nullable: true })
  conversationId: string | null;
  isConfidential: boolean;
  terms: EngagementTermsResponse;
  /** SHA-256 of the terms; sent back to sign them. */
  termsHash: string;
  parties: EngagementPartyResponse[];
  @ApiProperty(MOMENT)
  signatureDueAt: string | null;
  @ApiProperty(MOMENT)
  begunAt: string | null;
  @ApiProperty(MOMENT)
  acceptedAt: string | null;
  @ApiProperty(MOMENT)
  endedAt: string | null;
  @ApiProperty({ type: String, nullable: true })
  endReason: string | null;
  @ApiProperty({ type: String, nullable: true })
  endLanguage: string | null;
  sessions: EngagementSessionResponse[];
  deliverables: EngagementDeliverableResponse[];
  entries: LedgerEntryResponse[];
  balances: LedgerBalanceResponse[];
  disputes: EngagementDisputeResponse[];
  @ApiProperty({ type: CaseNoteDraftResponse, nullable: true })
  caseNote: CaseNoteDraftResponse | null;
  /** Taxonomy codes. */
  areas: string[];
  abilities: EngagementAbilitiesResponse;
  version: number;
}
