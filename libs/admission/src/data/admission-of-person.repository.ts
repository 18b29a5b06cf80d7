import { Injectable } from '@nestjs/common';
import type { Reads } from '#libs/platform/database';

/** What a person did about admissions, for the copy of their data. */
@Injectable()
export class AdmissionOfPersonRepository {
  async begun(reads: Reads, personId: string): Promise<object[]> {
    return reads.rows(BEGUN, [personId]);
  }

  async steps(reads: Reads, personId: string): Promise<object[]> {
    return reads.rows(TAKEN, [personId]);
  }

  async decisions(reads: Reads, personId: string): Promise<object[]> {
    return reads.rows(DECIDED, [personId]);
  }

  async reviews(reads: Reads, personId: string): Promise<object[]> {
    return reads.rows(REVIEWED, [personId]);
  }

  /** Those they answered. */
  async recommendations(reads: Reads, personId: string): Promise<object[]> {
    return reads.rows(RECOMMENDED, [personId]);
  }
}

const BEGUN = `
  select id, organization_id as "organizationId", state, route, motivation, language, created_at as "createdAt"
  from membership_application where created_by = $1 order by id`;

const TAKEN = `
  select application_id as "applicationId", verb, from_state as "fromState", to_state as "toState", reason, at
  from application_step where actor_id = $1 order by id`;

const DECIDED = `
  select application_id as "applicationId", verdict, reason, language, state, created_at as "createdAt"
  from application_decision where decided_by = $1 order by id`;

const REVIEWED = `
  select application_id as "applicationId", state, novelty, market, sme_benefit as "smeBenefit", comment, note,
    submitted_at as "submittedAt"
  from application_review where person_id = $1 order by id`;

const RECOMMENDED = `
  select application_id as "applicationId", organization_id as "organizationId", state, statement, reason,
    answered_at as "answeredAt"
  from recommendation where answered_by = $1 order by id`;
