import type { Actor } from '#libs/kernel';
import type { OrganizationCard } from '#libs/organizations';
import type { DetailedApplication } from '../app/application-details.js';
import { anewFrom, type ApplicationStep, gapsOf } from '../domain/application.js';
import { type ApplicationAbilities, abilitiesFor } from '../domain/application.policy.js';
import { countingReviews, REVIEWS_NEEDED } from '../domain/application-review.js';
import type { Decision } from '../domain/decision.js';
import { holderOf, publicStatus } from '../domain/public-status.js';
import type {
  ApplicationCardResponse,
  ApplicationInsideResponse,
  ApplicationResponse,
  ApplicationStepResponse,
  AdmissionOrganizationResponse,
  PendingDecisionResponse,
  RecommendationRequestResponse,
} from './application-response.dto.js';
import { toReviewResponse } from './review.dto.js';

/** Steps of the machinery, which say nothing to an applicant. */
const INNER_STEPS: readonly ApplicationStep['verb'][] = ['ask-recommender', 'open-review', 'finish-review'];

export function toApplicationResponse(actor: Actor, detailed: DetailedApplication): ApplicationResponse {
  const { application, inside, document, proposal, reviews } = detailed;
  return {
    id: application.id,
    organization: named(detailed.organization(application.organizationId), application.organizationId),
    status: publicStatus(application.state),
    waitsFor: holderOf(application.state, detailed.recommendations.at(-1)?.state),
    since: application.stateSince.toISOString(),
    route: application.route,
    motivation: application.motivation,
    language: application.language,
    recommender: namedOrNull(detailed.organization(application.recommenderId)),
    request: requestOf(detailed),
    proposal: proposal && {
      id: proposal.id,
      title: proposal.title,
      language: proposal.language,
      state: proposal.state,
    },
    document: document && {
      id: document.id,
      name: document.name,
      mediaType: document.mediaType,
      size: document.size,
      scanned: document.scanned,
    },
    story: storyOf(detailed),
    comments: reviews.flatMap(({ comment }) => comment ?? []),
    gaps: application.state === 'draft' ? gapsOf(application) : [],
    inside: inside ? insideOf(detailed) : null,
    abilities: abilitiesOf(actor, detailed),
    anewFrom: anewFrom(application)?.toISOString() ?? null,
    submittedAt: application.submittedAt?.toISOString() ?? null,
    version: application.version,
    createdAt: application.createdAt.toISOString(),
    updatedAt: application.updatedAt.toISOString(),
  };
}

export function toApplicationCard({
  application,
  inside,
  findings,
  ...detailed
}: DetailedApplication): ApplicationCardResponse {
  return {
    id: application.id,
    organization: named(detailed.organization(application.organizationId), application.organizationId),
    status: publicStatus(application.state),
    state: inside ? application.state : null,
    route: application.route,
    since: application.stateSince.toISOString(),
    submittedAt: application.submittedAt?.toISOString() ?? null,
    findings: new Set(findings.map(({ foundId }) => foundId)).size,
    version: application.version,
  };
}

export function toPendingDecision({ id, verdict, effectiveAt }: Decision): PendingDecisionResponse {
  return { id, verdict, effectiveAt: effectiveAt.toISOString() };
}

export function named(card: OrganizationCard | null, id: string): AdmissionOrganizationResponse {
  if (!card) return { id, slug: '', name: '', nameLocal: null, kind: 'partner', country: '' };
  const { slug, name, nameLocal, kind, country } = card;
  return { id, slug, name, nameLocal, kind, country };
}

function namedOrNull(card: OrganizationCard | null): AdmissionOrganizationResponse | null {
  return card && named(card, card.id);
}

/** Another reviewer is asked for only while one is missing. */
function abilitiesOf(actor: Actor, { application, reviews }: DetailedApplication): ApplicationAbilities {
  const abilities = abilitiesFor(actor, application);
  const isMissing = countingReviews(reviews).length < REVIEWS_NEEDED;
  return { ...abilities, assignReviewer: abilities.assignReviewer && isMissing };
}

function requestOf({ recommendations }: DetailedApplication): RecommendationRequestResponse | null {
  const last = recommendations.at(-1);
  if (!last) return null;
  return {
    state: last.state,
    statement: last.statement,
    reason: last.reason,
    language: last.language,
    requestedAt: last.requestedAt.toISOString(),
    dueAt: last.dueAt.toISOString(),
    answeredAt: last.answeredAt?.toISOString() ?? null,
  };
}

function storyOf(detailed: DetailedApplication): ApplicationStepResponse[] {
  const { steps, inside } = detailed;
  return steps
    .filter(({ verb }) => inside || !INNER_STEPS.includes(verb))
    .map((step) => ({
      verb: step.verb,
      at: step.at.toISOString(),
      by: sideOf(detailed, step),
      person: inside ? (detailed.person(step.actorId)?.displayName ?? null) : null,
      reason: step.reason,
      language: step.language,
    }));
}

function sideOf({ application, recommendations }: DetailedApplication, step: ApplicationStep): string {
  const { actorOrganizationId } = step;
  if (actorOrganizationId === null) return 'system';
  if (actorOrganizationId === application.organizationId) return 'applicant';
  const recommends = recommendations.some(({ organizationId }) => organizationId === actorOrganizationId);
  return recommends ? 'recommender' : 'secretariat';
}

function insideOf(detailed: DetailedApplication): ApplicationInsideResponse {
  const { application, findings, reviews, pending, refusal } = detailed;
  return {
    state: application.state,
    since: application.stateSince.toISOString(),
    applicant: detailed.person(application.createdBy)?.displayName ?? '',
    findings: findings.map(({ foundId, because, matched }) => ({
      organization: named(detailed.organization(foundId), foundId),
      because,
      matched,
    })),
    reviews: reviews.map((review) =>
      toReviewResponse(review, {
        person: detailed.person(review.personId)?.displayName ?? null,
        organization: detailed.organization(review.organizationId)?.name ?? null,
        withNote: true,
      }),
    ),
    pending: pending && toPendingDecision(pending),
    refusal,
  };
}
