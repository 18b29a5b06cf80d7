import { Injectable } from '@nestjs/common';
import type { Actor } from '#libs/kernel';
import { Database } from '#libs/platform/database';
import { ApplicationRepository } from '../data/application.repository.js';
import { DecisionRepository } from '../data/decision.repository.js';
import { type Finding, FindingRepository } from '../data/finding.repository.js';
import { RecommendationRepository } from '../data/recommendation.repository.js';
import { ReviewRepository } from '../data/review.repository.js';
import type { Application, ApplicationStep } from '../domain/application.js';
import { relationTo } from '../domain/application.policy.js';
import { type ApplicationReview, isReviewed } from '../domain/application-review.js';
import { type Decision, officerRefusal, type OfficerRefusal } from '../domain/decision.js';
import type { Recommendation } from '../domain/recommendation.js';

/** What is kept beside one application. */
export interface RecordsOfOne {
  /** Oldest first. */
  readonly steps: readonly ApplicationStep[];
  /** Oldest first; the last one is what counts. */
  readonly recommendations: readonly Recommendation[];
  /** For the secretariat only, else empty. */
  readonly findings: readonly Finding[];
  /** For the secretariat all; for the applicant none before all are in. */
  readonly reviews: readonly ApplicationReview[];
  /** The reader's own decision while it can be taken back. Nobody else learns of it. */
  readonly pending: Decision | null;
  /** Why the reader may not decide, when they otherwise could. */
  readonly refusal: OfficerRefusal | null;
}

/** Reads the records beside an application, as far as the reader may know of them. */
@Injectable()
export class ApplicationRecords {
  constructor(
    private readonly database: Database,
    private readonly applications: ApplicationRepository,
    private readonly recommendations: RecommendationRepository,
    private readonly findings: FindingRepository,
    private readonly reviews: ReviewRepository,
    private readonly decisions: DecisionRepository,
  ) {}

  async of(actor: Actor, application: Application): Promise<RecordsOfOne> {
    const inside = relationTo(actor, application) === 'secretariat';
    const [steps, recommendations, reviews] = await Promise.all([
      this.applications.steps(this.database, application.id),
      this.recommendations.ofApplication(this.database, application.id),
      this.reviews.ofApplication(this.database, application.id),
    ]);
    return {
      steps,
      recommendations,
      reviews: inside || isReviewed(reviews) ? reviews : [],
      ...(inside ? await this.ofInside(actor, application) : { findings: [], pending: null, refusal: null }),
    };
  }

  private async ofInside(actor: Actor, application: Application) {
    const [findings, pending, decidedBefore] = await Promise.all([
      this.findings.of(this.database, [application.id]),
      this.decisions.pending(this.database, application.id),
      this.decisions.deciders(this.database, application.id),
    ]);
    const sitsInApplicant = application.createdBy === actor.personId;
    return {
      findings: findings.get(application.id) ?? [],
      pending: pending?.decidedBy === actor.personId ? pending : null,
      refusal: officerRefusal(application, { personId: actor.personId, sitsInApplicant, decidedBefore }),
    };
  }
}
