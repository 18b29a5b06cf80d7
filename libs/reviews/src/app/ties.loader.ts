import { Injectable } from '@nestjs/common';
import type { CallTerms } from '#libs/calls';
import { OrganizationsReader } from '#libs/organizations';
import { Database } from '#libs/platform/database';
import type { ProposalOfCall } from '#libs/proposals';
import { DecisionRepository } from '../data/decision.repository.js';
import { type Conflict, conflictsOf, type ProposalTies, type ReviewerTies } from '../domain/conflict.js';
import type { CallReviewer } from '../domain/review.js';

/** Answers for any two of them why the one may not review the other; nothing when they may. */
export type ConflictsBetween = (reviewerId: string, proposal: ProposalOfCall) => Conflict[];

/** Loads how reviewers stand to the parties of proposals. Reads by connections of its own: before a transaction. */
@Injectable()
export class TiesLoader {
  constructor(
    private readonly database: Database,
    private readonly organizations: OrganizationsReader,
    private readonly decisions: DecisionRepository,
  ) {}

  async between(terms: CallTerms, reviewers: readonly CallReviewer[]): Promise<ConflictsBetween> {
    const { conflictRule: rule } = terms;
    const [seats, past] = await Promise.all([
      this.organizations.activeSeatsOf(reviewers.map(({ personId }) => personId)),
      rule.pastProjects ? this.decisions.pastProjects(this.database, rule.years) : [],
    ]);
    const cards = await this.organizations.cards([
      ...seats.map(({ organizationId }) => organizationId),
      ...reviewers.map(({ organizationId }) => organizationId),
    ]);
    const ties = new Map(
      reviewers.map((reviewer): [string, ReviewerTies] => {
        const own = seats.filter(({ personId }) => personId === reviewer.personId);
        const organizationIds = [
          ...new Set([reviewer.organizationId, ...own.map(({ organizationId }) => organizationId)]),
        ];
        const cities = organizationIds.flatMap((id) => {
          const card = cards.get(id);
          return card?.kind === 'city' ? [id] : card?.cityId ? [card.cityId] : [];
        });
        return [reviewer.id, { personId: reviewer.personId, organizationIds, cityIds: [...new Set(cities)] }];
      }),
    );
    const now = new Date();
    return (reviewerId, proposal) => {
      const reviewer = ties.get(reviewerId);
      return reviewer ? conflictsOf(reviewer, tiesOf(proposal), rule, past, now) : [];
    };
  }
}

export function partiesOf(
  proposal: Pick<ProposalOfCall, 'organizationId' | 'partnerOrganizationIds'>,
): string[] {
  return [proposal.organizationId, ...proposal.partnerOrganizationIds];
}

function tiesOf(proposal: ProposalOfCall): ProposalTies {
  const { personIds, cityIds, supporterIds } = proposal;
  return { organizationIds: partiesOf(proposal), personIds, cityIds, supporterIds };
}
