import { ApiProperty } from '@nestjs/swagger';
import {
  COAUTHOR_ACCESS,
  COAUTHOR_STATES,
  type CoauthorAccess,
  type CoauthorState,
  LETTER_STATES,
  type LetterState,
  PARTNER_STATES,
  type PartnerState,
} from '../domain/consortium.js';
import { type Answers, PROPOSAL_STAGES, type ProposalStage } from '../domain/dossier.js';
import { PUBLIC_PROPOSAL_STATES, type PublicProposalState } from '../domain/proposal-states.js';

const KINDS = ['short', 'long', 'number', 'money', 'choice', 'choices', 'date', 'file'] as const;
const RELATIONS = ['own', 'partner', 'coauthor', 'supporter', 'caller', 'secretariat'] as const;
export type InsideRelation = (typeof RELATIONS)[number];

export class DossierOptionResponse {
  key: string;
  words: string;
}

export class DossierQuestionResponse {
  key: string;

  @ApiProperty({ enum: KINDS })
  kind: (typeof KINDS)[number];
  words: string;
  help: string | null;
  required: boolean;
  maxLength: number | null;

  @ApiProperty({ type: [DossierOptionResponse] })
  options: DossierOptionResponse[];
}

/** The call a proposal answers, as far as it is written for it. */
export class DossierCallResponse {
  callId: string;
  title: string;
  /** BCP 47 of title and questions. */
  language: string;
  /** IANA zone in which the deadline is meant. */
  zone: string;

  @ApiProperty({ enum: PROPOSAL_STAGES })
  stage: ProposalStage;

  /** Null where the stage is gone from the call. */
  opensAt: string | null;
  closesAt: string | null;
  /** The version of the terms its people have seen … */
  callVersion: number;
  /** … and the newest. While they differ the proposal cannot be handed in. */
  newestVersion: number;
  budgetCurrency: string | null;
  maxBudgetMinor: number | null;

  @ApiProperty({ type: [DossierQuestionResponse] })
  form: DossierQuestionResponse[];

  /** Keys of answers that are kept though their questions are gone. */
  vanished: string[];
}

export class MilestoneResponse {
  title: string;
  due: string;
  organizationId: string;
  deliverable: string | null;
}

export class BudgetLineResponse {
  organizationId: string;
  title: string;
  amountMinor: number;
}

export class ProposalPartnerResponse {
  organizationId: string;
  name: string;
  nameLocal: string | null;
  country: string;

  @ApiProperty({ enum: PARTNER_STATES })
  state: PartnerState;
  task: string | null;
  shareMinor: number | null;

  /** Whether it has signed the content as it stands. */
  isSigned: boolean;
  signedAt: string | null;
}

export class CoauthorResponse {
  id: string;
  personId: string;
  displayName: string;
  organizationId: string;

  @ApiProperty({ enum: COAUTHOR_ACCESS })
  access: CoauthorAccess;

  @ApiProperty({ enum: COAUTHOR_STATES })
  state: CoauthorState;
  expiresAt: string;
}

export class SupportLetterResponse {
  /** The city. */
  organizationId: string;
  name: string;

  @ApiProperty({ enum: LETTER_STATES })
  state: LetterState;
  body: string | null;
  language: string | null;
  /** The day it was given. */
  dated: string | null;
  /** Of the canonical JSON of body, day, language, city and proposal. */
  sha256: string | null;
  revokedAt: string | null;
  reason: string | null;
}

export class AnnexResponse {
  id: string;
  fileId: string;
  title: string;
  questionKey: string | null;
  /** SHA-256 of its bytes. */
  sha256: string;
}

export class MissingResponse {
  /** JSON Pointer into proposal or dossier. */
  pointer: string;
  /** @example proposal/missing */
  code: string;
}

/** What the acting person may do now. */
export class DossierAbilitiesResponse {
  edit: boolean;
  submit: boolean;
  withdraw: boolean;
  reopen: boolean;
  /** Accept or decline to take part. */
  answer: boolean;
  leave: boolean;
  signOff: boolean;
  /** Give the letter that is asked for, or decline. */
  support: boolean;
  revoke: boolean;
  /** The invitation to write along that waits for this person. */
  writeAlong: string | null;
}

export class DossierResponse {
  proposalId: string;
  /** Of the proposal; also the ETag. */
  version: number;

  @ApiProperty({ enum: PUBLIC_PROPOSAL_STATES })
  state: PublicProposalState;

  @ApiProperty({ enum: RELATIONS })
  relation: InsideRelation;

  /** Who leads it. */
  organizationId: string;
  organizationName: string;

  /** Of the content as it stands: what partners sign. */
  sha256: string;

  @ApiProperty({ type: DossierCallResponse, nullable: true })
  call: DossierCallResponse | null;

  /** Where those who write it talk about it; null for all others, and while one writes alone. */
  @ApiProperty({ type: String, nullable: true })
  conversationId: string | null;

  @ApiProperty({ type: 'object', additionalProperties: true })
  answers: Answers;

  /** Keys of the sections in which something is written. */
  sections: string[];

  @ApiProperty({ type: [MilestoneResponse] })
  workPlan: MilestoneResponse[];

  @ApiProperty({ type: [BudgetLineResponse] })
  budgetLines: BudgetLineResponse[];
  leadTask: string | null;

  @ApiProperty({ type: [ProposalPartnerResponse] })
  partners: ProposalPartnerResponse[];

  @ApiProperty({ type: [CoauthorResponse] })
  coauthors: CoauthorResponse[];

  @ApiProperty({ type: [SupportLetterResponse] })
  letters: SupportLetterResponse[];

  @ApiProperty({ type: [AnnexResponse] })
  annexes: AnnexResponse[];

  @ApiProperty({ type: [MissingResponse] })
  missing: MissingResponse[];

  /** What may be changed while more is asked for; null is everything. */
  @ApiProperty({ type: [String], nullable: true })
  reopenedFields: string[] | null;

  /** Until when what was asked for is awaited. */
  dueAt: string | null;

  @ApiProperty({ type: DossierAbilitiesResponse })
  abilities: DossierAbilitiesResponse;
}

/** A step in public words. */
export class ProposalStepResponse {
  @ApiProperty({ enum: PUBLIC_PROPOSAL_STATES })
  state: PublicProposalState;
  /** The number of the rule by which it is not eligible. */
  code: string | null;
  note: string | null;
  language: string | null;

  @ApiProperty({ type: [String], nullable: true })
  fields: string[] | null;
  dueAt: string | null;
  at: string;
}

export class ProposalStoryResponse {
  @ApiProperty({ type: [ProposalStepResponse] })
  items: ProposalStepResponse[];
  nextCursor: string | null;
}

/** A proposal with a part in it for the acting organization or person. */
export class ProposalPartResponse {
  proposalId: string;
  title: string;
  language: string;
  /** Who leads it. */
  organizationId: string;
  organizationName: string;
  updatedAt: string;

  @ApiProperty({ enum: PARTNER_STATES, nullable: true })
  partner: PartnerState | null;

  @ApiProperty({ enum: LETTER_STATES, nullable: true })
  letter: LetterState | null;

  /** The person's own invitation to write along, or place among those who do. */
  coauthorId: string | null;

  @ApiProperty({ enum: COAUTHOR_STATES, nullable: true })
  coauthorState: CoauthorState | null;

  @ApiProperty({ enum: COAUTHOR_ACCESS, nullable: true })
  coauthorAccess: CoauthorAccess | null;
}

export class ProposalPartsResponse {
  @ApiProperty({ type: [ProposalPartResponse] })
  items: ProposalPartResponse[];
  nextCursor: string | null;
}
