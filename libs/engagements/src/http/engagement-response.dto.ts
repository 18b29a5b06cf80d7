import { ApiProperty } from '@nestjs/swagger';
import { DELIVERABLE_STATES, type DeliverableState, type DeliverableVerb } from '../domain/deliverable.js';
import { DISPUTE_OUTCOMES, type DisputeOutcome } from '../domain/dispute.js';
import { PARTY_SIDES, type PartySide, type Side, SIDES } from '../domain/engagement.js';
import { ENGAGEMENT_STATES, type EngagementState } from '../domain/engagement-states.js';
import { ENTRY_KINDS, type EntryKind } from '../domain/ledger.js';
import { ABSENT, type Absent, SESSION_STATES, type SessionState } from '../domain/session.js';

const MOMENT = { type: String, format: 'date-time', nullable: true } as const;
const STEPS = ['submit', 'accept', 'ask-revision'] as const;

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

export class EngagementSessionResponse {
  id: string;
  @ApiProperty({ enum: SESSION_STATES })
  state: SessionState;
  agenda: string;
  /** BCP 47 of agenda, place and reason. */
  language: string;
  lengthMinutes: number;
  @ApiProperty({ type: String, nullable: true })
  place: string | null;
  /** Proposed beginnings. */
  @ApiProperty({ type: [String], format: 'date-time' })
  slots: string[];
  @ApiProperty(MOMENT)
  startsAt: string | null;
  @ApiProperty({ enum: SIDES })
  proposedBySide: Side;
  @ApiProperty({ enum: ABSENT, nullable: true })
  absent: Absent | null;
  @ApiProperty({ type: String, nullable: true })
  endReason: string | null;
  @ApiProperty({ type: String, nullable: true })
  minutes: string | null;
  @ApiProperty({ type: String, nullable: true })
  minutesLanguage: string | null;
  @ApiProperty({ type: Number, nullable: true })
  heldMinutes: number | null;
  @ApiProperty(MOMENT)
  minutesConfirmedAt: string | null;
  /** Nobody objected in five days. */
  isConfirmedBySilence: boolean;
  /** The reader may choose one of the times. */
  mayConfirm: boolean;
}

export class DeliverableFileResponse {
  id: string;
  name: string;
  /** Bytes. */
  size: number;
  mediaType: string;
}

export class DeliverableStepResponse {
  @ApiProperty({ enum: STEPS })
  verb: DeliverableVerb;
  @ApiProperty({ type: String, nullable: true })
  words: string | null;
  @ApiProperty({ type: String, nullable: true })
  language: string | null;
  files: DeliverableFileResponse[];
  @ApiProperty({ format: 'date-time' })
  at: string;
}

export class EngagementDeliverableResponse {
  id: string;
  title: string;
  @ApiProperty({ type: String, format: 'date', nullable: true })
  dueDay: string | null;
  @ApiProperty({ enum: DELIVERABLE_STATES })
  state: DeliverableState;
  /** That were asked for; two are included. */
  revisions: number;
  steps: DeliverableStepResponse[];
}

export class LedgerEntryResponse {
  id: string;
  /** Of the payer. */
  partyId: string;
  @ApiProperty({ enum: ENTRY_KINDS })
  kind: EntryKind;
  reference: string;
  @ApiProperty({ format: 'date' })
  day: string;
  /** What the payer owes more (above zero) or less, in minor units. */
  owedMinor: number;
  @ApiProperty({ type: String, nullable: true })
  reversesId: string | null;
  @ApiProperty({ type: String, nullable: true })
  reason: string | null;
  isReversed: boolean;
  @ApiProperty({ format: 'date-time' })
  createdAt: string;
}

export class LedgerBalanceResponse {
  partyId: string;
  invoicedMinor: number;
  paidMinor: number;
  outstandingMinor: number;
}

export class EngagementDisputeResponse {
  id: string;
  @ApiProperty({ enum: SIDES })
  side: Side;
  reason: string;
  language: string;
  @ApiProperty({ format: 'date-time' })
  dueAt: string;
  /** False: no calendar of holidays is known, only weekends were left out. */
  isCalendarKnown: boolean;
  @ApiProperty({ enum: DISPUTE_OUTCOMES, nullable: true })
  outcome: DisputeOutcome | null;
  @ApiProperty({ type: String, nullable: true })
  decision: string | null;
  @ApiProperty({ type: String, nullable: true })
  decisionLanguage: string | null;
  @ApiProperty(MOMENT)
  decidedAt: string | null;
  @ApiProperty({ format: 'date-time' })
  createdAt: string;
}

export class CaseNoteDraftResponse {
  title: string;
  question: string;
  answer: string;
  language: string;
  areas: string[];
  tellsCountry: boolean;
  hasConsultantConsent: boolean;
  hasRequesterConsent: boolean;
  @ApiProperty(MOMENT)
  publishedAt: string | null;
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

export class TimesHolidayResponse {
  @ApiProperty({ format: 'date' })
  day: string;
  name: string;
}

export class TimesRowResponse {
  personId: string;
  displayName: string;
  organization: string;
  @ApiProperty({ type: String, nullable: true })
  city: string | null;
  country: string;
  /** IANA. */
  timeZone: string;
  /** Ahead of UTC at the beginning of the day. */
  offsetMinutes: number;
  /** The person has not said when they work. */
  isAssumed: boolean;
  /** Holidays of the country are known. */
  isCalendarKnown: boolean;
  /** For each column: within the person's hours. */
  isFree: boolean[];
  holidays: TimesHolidayResponse[];
}

export class FoundTimeResponse {
  @ApiProperty({ format: 'date-time' })
  startsAt: string;
  /** Minutes outside the hours of whoever it suits least. */
  strainMinutes: number;
}

export class SessionTimesResponse {
  /** Beginnings of the hours of the day. */
  @ApiProperty({ type: [String], format: 'date-time' })
  columns: string[];
  rows: TimesRowResponse[];
  suggestions: FoundTimeResponse[];
}

export class CalendarFeedResponse {
  isOn: boolean;
  @ApiProperty(MOMENT)
  since: string | null;
}

export class NewCalendarFeedResponse {
  /** Secret; shown once. */
  url: string;
}
