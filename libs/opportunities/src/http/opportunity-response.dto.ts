import { ApiProperty } from '@nestjs/swagger';
import { ORGANIZATION_KINDS, type OrganizationKind } from '#libs/contracts';
import { PeriodDto } from '#libs/platform/fields';
import { WAITING_REASONS, type WaitingReason } from '../app/opportunity-desk.reader.js';
import {
  CLOSE_REASONS,
  type CloseReason,
  OPPORTUNITY_STATES,
  type OpportunityState,
  OUTCOMES,
  type Outcome,
} from '../domain/opportunity-states.js';

export class RequirementsResponse {
  languages: string[];
  certifications: string[];
  months: number[];
  capacityMin: number | null;
  capacityMax: number | null;
}

/** What the reader may do with an opportunity now. */
export class OpportunityAbilitiesResponse {
  update: boolean;
  publish: boolean;
  takeBack: boolean;
  pause: boolean;
  resume: boolean;

  /** Tell the secretariat that what it asked for is mended. */
  askLook: boolean;
  renew: boolean;
  fill: boolean;
  reportOutcome: boolean;
  close: boolean;
  discard: boolean;

  /** The secretariat's: publish what waits for its look. */
  approve: boolean;
  sendBack: boolean;
  hold: boolean;
  release: boolean;
}

/** Who offers an opportunity, or filled it. */
export class OpportunityOrganizationResponse {
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

/** An opportunity in a list. */
export class OpportunityCardResponse {
  id: string;
  organizationId: string;

  @ApiProperty({ type: OpportunityOrganizationResponse, nullable: true })
  organization: OpportunityOrganizationResponse | null;
  title: string;
  language: string;
  collaboration: string[];
  themes: string[];
  markets: string[];
  deadline: string | null;

  @ApiProperty({ type: PeriodDto, nullable: true })
  period: PeriodDto | null;

  @ApiProperty({ enum: OPPORTUNITY_STATES })
  state: OpportunityState;

  /** Also the ETag. */
  version: number;

  /** When it was published; of a draft, when it was begun. */
  listedAt: string;

  /** When its 180 days are over, or its last day for answers; null before it is published. */
  endsAt: string | null;

  /** The secretariat keeps it off the lists. */
  isHeld: boolean;
}

/** How an opportunity ended; for its own people and the secretariat. */
export class OpportunityEndResponse {
  @ApiProperty({ enum: CLOSE_REASONS, nullable: true })
  closeReason: CloseReason | null;

  @ApiProperty({ type: OpportunityOrganizationResponse, nullable: true })
  filledWith: OpportunityOrganizationResponse | null;

  /**
   * The partner, where it is no member of the network.
   * @example Sakura Coast Tours
   */
  filledWithName: string | null;

  @ApiProperty({ enum: OUTCOMES, nullable: true })
  outcome: Outcome | null;
}

export class OpportunityResponse extends OpportunityCardResponse {
  /** Person who began it. */
  createdBy: string;
  text: string | null;

  /** Published, not over, and offered by an organization that takes part: only then it takes answers. */
  isOpen: boolean;
  requirements: RequirementsResponse;
  createdAt: string;
  updatedAt: string;

  /** Since when it is in its state. */
  stateSince: string;

  /** When others could read it first. */
  publishedAt: string | null;
  renewedAt: string | null;

  @ApiProperty({ type: OpportunityEndResponse, nullable: true })
  end: OpportunityEndResponse | null;
  abilities: OpportunityAbilitiesResponse;
}

export class OpportunityPageResponse {
  items: OpportunityCardResponse[];
  nextCursor: string | null;
  total?: number;
  totalCapped?: boolean;
}

/** One value of a filter and how many open opportunities have it, under the other filters. */
export class OpportunityFacetResponse {
  /** @example thm.golf */
  value: string;
  count: number;
}

export class OpportunityFacetsResponse {
  kinds: OpportunityFacetResponse[];
  countries: OpportunityFacetResponse[];
  language: OpportunityFacetResponse[];
  themes: OpportunityFacetResponse[];
  collaboration: OpportunityFacetResponse[];
  markets: OpportunityFacetResponse[];
}

export class OpportunityCountsResponse implements Record<OpportunityState, number> {
  draft: number;
  review: number;
  published: number;
  paused: number;
  filled: number;
  expired: number;
  closed: number;
}

export class WaitingOpportunityResponse {
  opportunity: OpportunityCardResponse;

  /** Held by the secretariat, sent back by it, about to end, or filled without a word on the outcome. */
  @ApiProperty({ enum: WAITING_REASONS })
  because: WaitingReason;
}

export class OpportunityDeskResponse {
  counts: OpportunityCountsResponse;

  /** Most urgent first. */
  waiting: WaitingOpportunityResponse[];
}
