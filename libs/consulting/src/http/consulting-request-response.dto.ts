import { ApiProperty } from '@nestjs/swagger';
import type { Actor } from '#libs/kernel';
import { MoneyDto } from '#libs/platform/fields';
import type { TiedRequest } from '../app/consulting-request-access.js';
import type { ConsultingStep } from '../domain/consulting-step.js';
import {
  CONSULTING_KINDS,
  CONSULTING_MODES,
  type ConsultingKind,
  type ConsultingMode,
  type ConsultingRequest,
} from '../domain/consulting-request.js';
import { abilitiesFor, type Ties } from '../domain/consulting-request.policy.js';
import { CONSULTING_REQUEST_STATES, type ConsultingRequestState } from '../domain/request-states.js';
import { WAITS_ON, type WaitsOn, waitsOn } from '../domain/waiting.js';
import { CostBearerDto } from './consulting-request.dto.js';

/** What the reader may do with a request now. */
export class ConsultingRequestAbilitiesResponse {
  update: boolean;
  submit: boolean;
  discard: boolean;
  giveInformation: boolean;
  name: boolean;
  cancel: boolean;
  closeQuotes: boolean;
  readQuotes: boolean;
  select: boolean;
  take: boolean;
  askInformation: boolean;
  answer: boolean;
  refuse: boolean;
  invite: boolean;
  leaveUnanswered: boolean;
}

/** A request in a list. */
export class ConsultingRequestCardResponse {
  id: string;
  title: string;
  language: string;
  areas: string[];
  deadline: string | null;
  confidential: boolean;

  @ApiProperty({ enum: CONSULTING_KINDS })
  kind: ConsultingKind;

  @ApiProperty({ enum: CONSULTING_REQUEST_STATES })
  state: ConsultingRequestState;

  /** Who has to do something next. */
  @ApiProperty({ enum: WAITS_ON })
  waitsOn: WaitsOn;

  /** When whoever it waits for is late. */
  dueAt: string | null;

  /** Also the ETag. */
  version: number;
  updatedAt: string;
  submittedAt: string | null;
}

export class ConsultingRequestResponse extends ConsultingRequestCardResponse {
  organizationId: string;

  /** Person who began it. */
  createdBy: string;
  text: string | null;
  goal: string | null;
  workingLanguages: string[];

  @ApiProperty({ enum: CONSULTING_MODES, nullable: true })
  mode: ConsultingMode | null;

  @ApiProperty({ type: MoneyDto, nullable: true })
  budget: MoneyDto | null;

  @ApiProperty({ type: MoneyDto, nullable: true })
  budgetFrom: MoneyDto | null;
  costBearers: CostBearerDto[];

  /** Told to its own people and the secretariat. */
  namedConsultants: string[];
  createdAt: string;
  stateSince: string;

  /** False: no calendar is known for the country, and only weekends were left out. */
  dueIsKnown: boolean;

  /** Person of the secretariat who has it. */
  triagePersonId: string | null;
  quotesCloseAt: string | null;

  /** From here on quotes are read by the requester and the secretariat. */
  quotesOpenedAt: string | null;
  selectedQuoteId: string | null;

  /** A case of the library that answers it. */
  answeredCaseId: string | null;

  /** A city that knows. */
  answeredCityId: string | null;
  abilities: ConsultingRequestAbilitiesResponse;
}

export class ConsultingRequestPageResponse {
  items: ConsultingRequestCardResponse[];
  nextCursor: string | null;
  total?: number;
  totalCapped?: boolean;
}

/** One step on the way of a request. */
export class ConsultingStepResponse {
  id: string;

  /** @example ask-information */
  verb: string;

  @ApiProperty({ enum: CONSULTING_REQUEST_STATES })
  fromState: ConsultingRequestState;

  @ApiProperty({ enum: CONSULTING_REQUEST_STATES })
  toState: ConsultingRequestState;

  /** A reason by its code. */
  code: string | null;
  words: string | null;

  /** BCP 47 of `words`. */
  language: string | null;

  /** Null for experts, who learn nothing of each other. */
  actorOrganizationId: string | null;
  at: string;
}

export class ConsultingHistoryResponse {
  /** Oldest first. */
  steps: ConsultingStepResponse[];
}

export function toConsultingRequestCard(request: ConsultingRequest): ConsultingRequestCardResponse {
  return {
    id: request.id,
    title: request.title,
    language: request.language,
    areas: [...request.areas],
    deadline: request.deadline,
    confidential: request.confidential,
    kind: request.kind,
    state: request.state,
    waitsOn: waitsOn(request),
    dueAt: timeOf(request.dueAt),
    version: request.version,
    updatedAt: request.updatedAt.toISOString(),
    submittedAt: timeOf(request.submittedAt),
  };
}

/** Who is asked by name, and who has it at the secretariat, is for its own people and the secretariat. */
export function toConsultingRequestResponse(
  actor: Actor,
  request: ConsultingRequest,
  ties: Ties = {},
): ConsultingRequestResponse {
  const isInside =
    actor.organization?.id === request.organizationId || actor.organization?.kind === 'secretariat';
  return {
    ...toConsultingRequestCard(request),
    organizationId: request.organizationId,
    createdBy: request.createdBy,
    text: request.text,
    goal: request.goal,
    workingLanguages: [...request.workingLanguages],
    mode: request.mode,
    budget: request.budget,
    budgetFrom: request.budgetFrom,
    costBearers: [...request.costBearers],
    namedConsultants: isInside ? [...request.namedConsultants] : [],
    createdAt: request.createdAt.toISOString(),
    stateSince: request.stateSince.toISOString(),
    dueIsKnown: request.dueIsKnown,
    triagePersonId: isInside ? request.triagePersonId : null,
    quotesCloseAt: timeOf(request.quotesCloseAt),
    quotesOpenedAt: timeOf(request.quotesOpenedAt),
    selectedQuoteId: isInside ? request.selectedQuoteId : null,
    answeredCaseId: request.answeredCaseId,
    answeredCityId: request.answeredCityId,
    abilities: abilitiesFor(actor, request, ties),
  };
}

export function toTiedResponse(actor: Actor, { request, ties }: TiedRequest): ConsultingRequestResponse {
  return toConsultingRequestResponse(actor, request, ties);
}

export function toStepResponse(step: ConsultingStep, isInside: boolean): ConsultingStepResponse {
  const { id, verb, fromState, toState, code, words, language, actorOrganizationId, at } = step;
  return {
    ...{ id, verb, fromState, toState, code, words, language },
    actorOrganizationId: isInside ? actorOrganizationId : null,
    at: at.toISOString(),
  };
}

function timeOf(time: Date | null): string | null {
  return time?.toISOString() ?? null;
}
