import { ApiProperty } from '@nestjs/swagger';
import { CLOSING_NEEDS, type ClosingNeed } from '../domain/closing.js';
import { PROJECT_STATES, type ProjectState } from '../domain/project-states.js';
import { MILESTONE_KINDS, type MilestoneKind } from '../domain/project.js';
import { FIGURE_CODES, type FigureCode } from '../domain/result.js';
import { WAITING_KINDS, type WaitingKind } from '../domain/waiting.js';

import { ProjectMilestoneResponse } from './project-milestone.dto.js';

const NULLABLE_TEXT = { type: String, nullable: true } as const;
const NULLABLE_MOMENT = { type: String, format: 'date-time', nullable: true } as const;
const NULLABLE_NUMBER = { type: Number, nullable: true } as const;

/** An organization as projects name it. */
export class ProjectOrganizationResponse {
  id: string;
  slug: string;
  name: string;
  @ApiProperty(NULLABLE_TEXT)
  nameLocal: string | null;
  /** ISO 3166-1 alpha-2. */
  country: string;
}

export class ProjectPartnerResponse {
  organization: ProjectOrganizationResponse;
  isLead: boolean;
  @ApiProperty(NULLABLE_TEXT)
  task: string | null;
  /** In minor units of the project's currency. */
  @ApiProperty(NULLABLE_NUMBER)
  shareMinor: number | null;
  /** May be named in public; null while nobody has said. */
  @ApiProperty({ type: Boolean, nullable: true })
  consents: boolean | null;
}

export class ProjectBudgetLineResponse {
  id: string;
  organizationId: string;
  title: string;
  amountMinor: number;
  /** By the newest accepted or submitted report that says so; null where none does. */
  @ApiProperty(NULLABLE_NUMBER)
  spentMinor: number | null;
}

/** What somebody has to do so that the project goes on. */
export class WaitingResponse {
  @ApiProperty({ enum: WAITING_KINDS })
  kind: WaitingKind;
  organizationId: string;
  /** The acting organization is the one. */
  isYou: boolean;
  @ApiProperty(NULLABLE_TEXT)
  milestoneId: string | null;
  daysLate: number;
}

export class PartnerRatingResponse {
  byOrganizationId: string;
  aboutOrganizationId: string;
  cooperation: number;
  wouldAgain: boolean;
  @ApiProperty(NULLABLE_TEXT)
  words: string | null;
  @ApiProperty(NULLABLE_TEXT)
  language: string | null;
}

export class ProjectRatingsResponse {
  /** Readable for everybody in the project: all are in, or fourteen days are over. */
  areOpen: boolean;
  /** The acting organization's own; all of them once they are open. */
  given: PartnerRatingResponse[];
  /** Partners the acting organization has not rated yet. */
  toRate: string[];
}

export class ResultTextResponse {
  language: string;
  headline: string;
  story: string;
}

export class FigureResponse {
  @ApiProperty({ enum: FIGURE_CODES })
  code: FigureCode;
  value: number;
}

export class ResultPictureResponse {
  id: string;
  fileId: string;
  alt: string;
  language: string;
}

/** The results page as its people write it. */
export class ProjectResultResponse {
  texts: ResultTextResponse[];
  figures: FigureResponse[];
  pictures: ResultPictureResponse[];
  /** 0: nothing was saved yet. */
  version: number;
  /** Languages that are still needed before the project can be closed. */
  missingLanguages: string[];
  mayEdit: boolean;
}

export class ProjectAbilitiesResponse {
  beginClosing: boolean;
  close: boolean;
  suspend: boolean;
  resume: boolean;
  terminate: boolean;
  editResult: boolean;
  consent: boolean;
  rate: boolean;
}

/** A project with everything its people work with. */
export class ProjectResponse {
  id: string;
  version: number;
  title: string;
  @ApiProperty(NULLABLE_TEXT)
  summary: string | null;
  language: string;
  @ApiProperty({ enum: PROJECT_STATES })
  state: ProjectState;
  proposalId: string;
  proposalVersion: number;
  callId: string;
  /** How the acting organization stands to it. */
  @ApiProperty({ enum: ['lead', 'partner', 'runner'] })
  relation: string;
  /** Who runs the call, and accepts or returns what is handed in. */
  runner: ProjectOrganizationResponse;
  partners: ProjectPartnerResponse[];
  themes: string[];
  sdgTargets: string[];
  /** IANA zone in which its days begin and end. */
  zone: string;
  @ApiProperty(NULLABLE_NUMBER)
  budgetMinor: number | null;
  @ApiProperty(NULLABLE_TEXT)
  currency: string | null;
  budget: ProjectBudgetLineResponse[];
  /** By day. */
  milestones: ProjectMilestoneResponse[];
  /** The latest first. */
  waiting: WaitingResponse[];
  /** What keeps it from being closed. */
  @ApiProperty({ enum: CLOSING_NEEDS, isArray: true })
  missing: ClosingNeed[];
  ratings: ProjectRatingsResponse;
  result: ProjectResultResponse;
  /** Where its people talk; null where there is nobody to talk with, or you are not among them. */
  @ApiProperty(NULLABLE_TEXT)
  conversationId: string | null;
  @ApiProperty({ format: 'date-time' })
  startedAt: string;
  @ApiProperty(NULLABLE_MOMENT)
  closingSince: string | null;
  @ApiProperty(NULLABLE_MOMENT)
  endedAt: string | null;
  abilities: ProjectAbilitiesResponse;
}

/** The next thing to hand in. */
export class NextMilestoneResponse {
  @ApiProperty({ enum: MILESTONE_KINDS })
  kind: MilestoneKind;
  position: number;
  title: string;
  dueDay: string;
}

/** A project in a list. */
export class ProjectCardResponse {
  id: string;
  title: string;
  language: string;
  @ApiProperty({ enum: PROJECT_STATES })
  state: ProjectState;
  @ApiProperty({ enum: ['lead', 'partner', 'runner'] })
  relation: string;
  lead: ProjectOrganizationResponse;
  /** Organizations, the lead among them. */
  partners: number;
  countries: string[];
  accepted: number;
  milestones: number;
  late: number;
  /** Of the latest milestone. */
  daysLate: number;
  @ApiProperty({ type: NextMilestoneResponse, nullable: true })
  next: NextMilestoneResponse | null;
  /** What waits on whom, the latest first. */
  waiting: CardWaitingResponse[];
  @ApiProperty({ format: 'date-time' })
  startedAt: string;
  @ApiProperty(NULLABLE_MOMENT)
  endedAt: string | null;
}

export class CardWaitingResponse {
  @ApiProperty({ enum: WAITING_KINDS })
  kind: WaitingKind;
  organization: ProjectOrganizationResponse;
  isYou: boolean;
  /** Of the milestone; null where it is about the project itself. */
  @ApiProperty({ type: NextMilestoneResponse, nullable: true })
  milestone: NextMilestoneResponse | null;
  daysLate: number;
}

export class ProjectPageResponse {
  items: ProjectCardResponse[];
  @ApiProperty(NULLABLE_TEXT)
  nextCursor: string | null;
}

/** All projects of a call, the latest first. */
export class ProjectDeskResponse {
  callId: string;
  callTitle: string;
  callLanguage: string;
  items: ProjectCardResponse[];
}

export class ProjectStepResponse {
  id: string;
  verb: string;
  fromState: string;
  toState: string;
  @ApiProperty(NULLABLE_TEXT)
  milestoneId: string | null;
  @ApiProperty(NULLABLE_TEXT)
  words: string | null;
  @ApiProperty(NULLABLE_TEXT)
  language: string | null;
  /** Null: a clock, or the network itself. */
  @ApiProperty({ type: ProjectOrganizationResponse, nullable: true })
  organization: ProjectOrganizationResponse | null;
  @ApiProperty({ format: 'date-time' })
  at: string;
}

/** Newest first. */
export class ProjectStoryResponse {
  items: ProjectStepResponse[];
}
