import { Injectable } from '@nestjs/common';
import { PersonsReader } from '#libs/identity';
import { OrganizationsReader } from '#libs/organizations';
import type { AssignmentPlan } from '../app/assignment.reader.js';
import type { CallReviewer } from '../domain/review.js';
import type { AssignmentPlanResponse, CallReviewerResponse } from './review-desk.dto.js';

/** Puts names to what the desk sees. */
@Injectable()
export class PresentDesk {
  constructor(
    private readonly persons: PersonsReader,
    private readonly organizations: OrganizationsReader,
  ) {}

  async reviewers(pool: readonly CallReviewer[]): Promise<CallReviewerResponse[]> {
    const [persons, cards] = await Promise.all([
      this.persons.byIds(pool.map(({ personId }) => personId)),
      this.organizations.cards(pool.map(({ organizationId }) => organizationId)),
    ]);
    return pool.map((reviewer) => ({
      id: reviewer.id,
      personId: reviewer.personId,
      name: persons.get(reviewer.personId)?.displayName ?? '',
      organizationId: reviewer.organizationId,
      organization: cards.get(reviewer.organizationId)?.name ?? '',
      languages: [...reviewer.languages],
      expertise: [...reviewer.expertise],
      reviewLimit: reviewer.reviewLimit,
      isEnded: reviewer.endedAt !== null,
      load: reviewer.load,
      submitted: reviewer.submitted,
      version: reviewer.version,
    }));
  }

  async plan(plan: AssignmentPlan): Promise<AssignmentPlanResponse> {
    const persons = await this.persons.byIds(plan.pool.map(({ personId }) => personId));
    const cards = await this.organizations.cards(plan.conflicts.map(({ because }) => because));
    const reviewers = new Map(
      plan.pool.map(({ id, personId }) => [id, persons.get(personId)?.displayName ?? '']),
    );
    const titles = new Map(plan.proposals.map(({ id, title }) => [id, title]));
    const named = <One extends { readonly proposalId: string; readonly reviewerId: string }>(one: One) => ({
      ...one,
      title: titles.get(one.proposalId) ?? '',
      reviewer: reviewers.get(one.reviewerId) ?? '',
    });
    return {
      planHash: plan.planHash,
      assigned: plan.assigned.map(named),
      unfilled: plan.unfilled.map((place) => ({ ...place, title: titles.get(place.proposalId) ?? '' })),
      conflicts: plan.conflicts.map((conflict) => ({
        ...named(conflict),
        because: cards.get(conflict.because)?.name ?? reviewers.get(conflict.reviewerId) ?? '',
      })),
      loads: plan.pool.map(({ id: reviewerId, load: now, reviewLimit: limit }, at) => ({
        reviewerId,
        reviewer: reviewers.get(reviewerId) ?? '',
        now,
        then: plan.loads[at] ?? now,
        limit,
      })),
    };
  }
}
