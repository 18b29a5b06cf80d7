import { Injectable } from '@nestjs/common';
import { EmailConfirmations } from '#libs/identity';
import type { Actor } from '#libs/kernel';
import type { Finding } from '../data/finding.repository.js';
import { type Application, gapsOf } from '../domain/application.js';
import {
  ApplicationIncomplete,
  EmailNotConfirmed,
  RecommenderRefused,
} from '../domain/application.errors.js';
import { DuplicateCheck } from './duplicate-check.js';
import { Stakes } from './stakes.js';

/** What is asked of a draft before it is sent. Reads by connections of its own, before the transaction begins. */
@Injectable()
export class SubmissionGuards {
  constructor(
    private readonly confirmations: EmailConfirmations,
    private readonly stakes: Stakes,
    private readonly duplicates: DuplicateCheck,
  ) {}

  /**
   * Answers the organizations on record that may be the applicant: a flag for the secretariat, no refusal.
   *
   * @throws EmailNotConfirmed 409, ApplicationIncomplete, RecommenderRefused 422
   */
  async check(actor: Actor, application: Application): Promise<Finding[]> {
    if (!(await this.confirmations.isConfirmed(actor.personId))) throw new EmailNotConfirmed();
    const gaps = gapsOf(application);
    if (gaps.length > 0) throw new ApplicationIncomplete(gaps);
    if (application.route === 'recommendation' && application.recommenderId !== null) {
      const refusal = await this.stakes.ofRecommender(application.organizationId, application.recommenderId);
      if (refusal) throw new RecommenderRefused(refusal);
    }
    return this.duplicates.of(actor, application.organizationId);
  }
}
