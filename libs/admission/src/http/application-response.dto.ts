import { ApiProperty } from '@nestjs/swagger';
import { ORGANIZATION_KINDS, type OrganizationKind } from '#libs/contracts';
import type { ScanVerdict } from '#libs/platform/files';
import {
  ADMISSION_ROUTES,
  type AdmissionRoute,
  APPLICATION_STATES,
  type ApplicationState,
} from '../domain/application.js';
import { type Holder, HOLDERS, PUBLIC_STATUSES, type PublicStatus } from '../domain/public-status.js';
import { RECOMMENDATION_STATES, type RecommendationState } from '../domain/recommendation.js';
import { ApplicationReviewResponse } from './review.dto.js';

const SCAN_VERDICTS = ['clean', 'not_scanned', 'quarantined'] as const satisfies readonly ScanVerdict[];

/** An organization, as far as its name goes. */
export class AdmissionOrganizationResponse {
  id: string;
  /** @example busan */
  slug: string;
  /** @example Busan */
  name: string;
  nameLocal: string | null;

  @ApiProperty({ enum: ORGANIZATION_KINDS })
  kind: OrganizationKind;

  /** ISO 3166-1 alpha-2. */
  country: string;
}

/** What the reader may do with an application now. */
export class ApplicationAbilitiesResponse {
  update: boolean;
  submit: boolean;
  withdraw: boolean;
  answer: boolean;
  appeal: boolean;
  nameRecommender: boolean;
  /** Another application of the same organization can be begun. */
  beginAnew: boolean;
  decide: boolean;
  ask: boolean;
  assignReviewer: boolean;
}

/** The request for a recommendation that counts: the last one. */
export class RecommendationRequestResponse {
  @ApiProperty({ enum: RECOMMENDATION_STATES })
  state: RecommendationState;
  /** What the recommender says of the applicant. */
  statement: string | null;
  /** Why it declined or took it back. */
  reason: string | null;
  /** BCP 47 of statement and reason. */
  language: string | null;
  requestedAt: string;
  dueAt: string;
  answeredAt: string | null;
}

export class ApplicationDocumentResponse {
  id: string;
  name: string;
  mediaType: string;
  /** Bytes. */
  size: number;
  /** What is known about malware in it. */
  @ApiProperty({ enum: SCAN_VERDICTS })
  scanned: ScanVerdict;
}

export class EntryProposalResponse {
  id: string;
  title: string;
  language: string;
  state: string;
}

/** One line of the story. */
export class ApplicationStepResponse {
  /**
   * What happened: `start`, or a verb of the application.
   * @example submit
   */
  verb: string;
  at: string;
  /** Whose side did it: `applicant`, `recommender`, `secretariat` or `system`. */
  by: string;
  /** Who, for the secretariat only. */
  person: string | null;
  reason: string | null;
  /** BCP 47 of the reason. */
  language: string | null;
}

/** An organization on record that may be the applicant. */
export class ApplicationFindingResponse {
  @ApiProperty({ type: AdmissionOrganizationResponse })
  organization: AdmissionOrganizationResponse;
  /** `registration-number`, `email-domain` or `name`. */
  because: string;
  /** What they have in common. */
  matched: string;
}

/** A decision of the reader that can still be taken back. */
export class PendingDecisionResponse {
  id: string;
  /** @example reject */
  verdict: string;
  effectiveAt: string;
}

/** What only the secretariat sees. */
export class ApplicationInsideResponse {
  @ApiProperty({ enum: APPLICATION_STATES })
  state: ApplicationState;
  /** Since when it is in this state; RFC 3339. */
  since: string;
  /** Name of the person who applied. */
  applicant: string;

  @ApiProperty({ type: [ApplicationFindingResponse] })
  findings: ApplicationFindingResponse[];

  @ApiProperty({ type: [ApplicationReviewResponse] })
  reviews: ApplicationReviewResponse[];

  @ApiProperty({ type: PendingDecisionResponse, nullable: true })
  pending: PendingDecisionResponse | null;
  /** Why you may not decide: a code, or null. */
  refusal: string | null;
}

/** A field that a submission needs and that is empty. */
export class ApplicationGapResponse {
  /** @example motivation */
  field: string;
  code: string;
}

export class ApplicationResponse {
  id: string;

  @ApiProperty({ type: AdmissionOrganizationResponse })
  organization: AdmissionOrganizationResponse;

  @ApiProperty({ enum: PUBLIC_STATUSES })
  status: PublicStatus;

  /** Whose turn it is; null when it is over. */
  @ApiProperty({ enum: HOLDERS, nullable: true })
  waitsFor: Holder | null;
  /** Since when it is as it is; RFC 3339. */
  since: string;

  @ApiProperty({ enum: ADMISSION_ROUTES, nullable: true })
  route: AdmissionRoute | null;
  motivation: string | null;
  /** BCP 47 of the motivation. */
  language: string;

  @ApiProperty({ type: AdmissionOrganizationResponse, nullable: true })
  recommender: AdmissionOrganizationResponse | null;

  @ApiProperty({ type: RecommendationRequestResponse, nullable: true })
  request: RecommendationRequestResponse | null;

  @ApiProperty({ type: EntryProposalResponse, nullable: true })
  proposal: EntryProposalResponse | null;

  @ApiProperty({ type: ApplicationDocumentResponse, nullable: true })
  document: ApplicationDocumentResponse | null;

  /** Oldest first. */
  @ApiProperty({ type: [ApplicationStepResponse] })
  story: ApplicationStepResponse[];

  /** What reviewers say to the applicant, once all reviews are in. */
  @ApiProperty({ type: [String] })
  comments: string[];

  /** What is missing before it can be sent; empty once it was. */
  @ApiProperty({ type: [ApplicationGapResponse] })
  gaps: ApplicationGapResponse[];

  /** Null for everybody but the secretariat. */
  @ApiProperty({ type: ApplicationInsideResponse, nullable: true })
  inside: ApplicationInsideResponse | null;

  @ApiProperty({ type: ApplicationAbilitiesResponse })
  abilities: ApplicationAbilitiesResponse;
  /** After a rejection: from when the organization may apply anew; RFC 3339. Else null. */
  anewFrom: string | null;
  submittedAt: string | null;
  /** Also the ETag. */
  version: number;
  createdAt: string;
  updatedAt: string;
}

/** An application in a list. */
export class ApplicationCardResponse {
  id: string;

  @ApiProperty({ type: AdmissionOrganizationResponse })
  organization: AdmissionOrganizationResponse;

  @ApiProperty({ enum: PUBLIC_STATUSES })
  status: PublicStatus;

  /** For the secretariat, else null. */
  @ApiProperty({ enum: APPLICATION_STATES, nullable: true })
  state: ApplicationState | null;

  @ApiProperty({ enum: ADMISSION_ROUTES, nullable: true })
  route: AdmissionRoute | null;
  /** Since when it is as it is; RFC 3339. */
  since: string;
  submittedAt: string | null;
  /** How many organizations on record may be the same; 0 for the applicant. */
  findings: number;
  version: number;
}

export class ApplicationPageResponse {
  @ApiProperty({ type: [ApplicationCardResponse] })
  items: ApplicationCardResponse[];
  nextCursor: string | null;
}

/** One queue of the secretariat. */
export class AdmissionQueueResponse {
  @ApiProperty({ enum: APPLICATION_STATES })
  state: ApplicationState;

  @ApiProperty({ enum: ADMISSION_ROUTES, nullable: true })
  route: AdmissionRoute | null;
  count: number;
  /** Since when the oldest waits; RFC 3339. */
  oldest: string;
}

export class AdmissionQueuesResponse {
  @ApiProperty({ type: [AdmissionQueueResponse] })
  items: AdmissionQueueResponse[];
}

export class ReasonTemplateResponse {
  /** @example document-invalid */
  code: string;
  /** @example reject */
  verdict: string;
  text: string;
}

export class ReasonTemplatesResponse {
  /** BCP 47: what TTN writes to the applicant in. */
  language: string;

  @ApiProperty({ type: [ReasonTemplateResponse] })
  items: ReasonTemplateResponse[];
}

/** A draft that was just begun; act for `organizationId` from now on. */
export class StartedApplicationResponse {
  id: string;
  /** The applicant, of which you are the owner. */
  organizationId: string;
  /** Also the ETag. */
  version: number;
}
