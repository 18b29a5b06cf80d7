import { ApiProperty } from '@nestjs/swagger';
import { IsIn, IsOptional } from 'class-validator';
import type { Actor } from '#libs/kernel';
import { Repeated } from '#libs/platform/fields';
import { PageQuery } from '#libs/platform/http';
import type { DetailedRecommendation, ShownRecommendation } from '../app/recommendations.reader.js';
import { RECOMMENDATION_STATES, type RecommendationState } from '../domain/recommendation.js';
import { AdmissionOrganizationResponse } from './application-response.dto.js';
import { named } from './present-application.js';

export class ListRecommendationsQuery extends PageQuery {
  /** Only those in these states; repeat it for several. */
  @IsOptional()
  @Repeated()
  @IsIn(RECOMMENDATION_STATES, { each: true })
  @ApiProperty({ enum: RECOMMENDATION_STATES, isArray: true, required: false })
  state?: RecommendationState[];
}

export class RecommendationAbilitiesResponse {
  give: boolean;
  decline: boolean;
  revoke: boolean;
}

/** What your organization was asked for, or gave. */
export class RecommendationResponse {
  id: string;

  @ApiProperty({ type: AdmissionOrganizationResponse })
  applicant: AdmissionOrganizationResponse;

  @ApiProperty({ enum: RECOMMENDATION_STATES })
  state: RecommendationState;
  /** What the applicant says of itself. */
  motivation: string | null;
  /** BCP 47 of the motivation. */
  motivationLanguage: string | null;
  statement: string | null;
  reason: string | null;
  /** BCP 47 of statement and reason. */
  language: string | null;
  requestedAt: string;
  /** Until then it can be answered. */
  dueAt: string;
  answeredAt: string | null;
  revokedAt: string | null;

  @ApiProperty({ type: RecommendationAbilitiesResponse })
  abilities: RecommendationAbilitiesResponse;
  /** Also the ETag. */
  version: number;
}

export class RecommendationPageResponse {
  @ApiProperty({ type: [RecommendationResponse] })
  items: RecommendationResponse[];
  nextCursor: string | null;
}

/** A recommendation that stands, as members see it. */
export class StandingRecommendationResponse {
  id: string;

  @ApiProperty({ type: AdmissionOrganizationResponse })
  recommender: AdmissionOrganizationResponse;
  statement: string | null;
  /** BCP 47 of the statement. */
  language: string | null;
  givenAt: string;
}

export class StandingRecommendationsResponse {
  @ApiProperty({ type: [StandingRecommendationResponse] })
  items: StandingRecommendationResponse[];
}

export function toRecommendationResponse(
  actor: Actor,
  detailed: DetailedRecommendation,
): RecommendationResponse {
  const { recommendation, applicant, motivation } = detailed;
  const { state } = recommendation;
  const may = actor.permissions.has('application.recommend');
  return {
    id: recommendation.id,
    applicant: named(applicant, recommendation.applicantId),
    state,
    motivation: motivation?.text ?? null,
    motivationLanguage: motivation?.language ?? null,
    statement: recommendation.statement,
    reason: recommendation.reason,
    language: recommendation.language,
    requestedAt: recommendation.requestedAt.toISOString(),
    dueAt: recommendation.dueAt.toISOString(),
    answeredAt: recommendation.answeredAt?.toISOString() ?? null,
    revokedAt: recommendation.revokedAt?.toISOString() ?? null,
    abilities: {
      give: may && state === 'requested',
      decline: may && state === 'requested',
      revoke: may && state === 'given',
    },
    version: recommendation.version,
  };
}

export function toStandingRecommendation(shown: ShownRecommendation): StandingRecommendationResponse {
  return {
    id: shown.id,
    recommender: named(shown.recommender, shown.organizationId),
    statement: shown.statement,
    language: shown.language,
    givenAt: shown.givenAt.toISOString(),
  };
}
