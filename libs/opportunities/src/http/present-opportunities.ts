import { Injectable } from '@nestjs/common';
import type { Actor } from '#libs/kernel';
import { type OrganizationCard, OrganizationsReader } from '#libs/organizations';
import type { Opportunity } from '../domain/opportunity.js';
import { abilitiesFor, mayReadStory } from '../domain/opportunity.policy.js';
import type {
  OpportunityCardResponse,
  OpportunityOrganizationResponse,
  OpportunityResponse,
} from './opportunity-response.dto.js';

/** Opportunities as they are answered, with the names of who offers them: one query for all. */
@Injectable()
export class PresentOpportunities {
  constructor(private readonly organizations: OrganizationsReader) {}

  async cards(opportunities: readonly Opportunity[]): Promise<OpportunityCardResponse[]> {
    const names = await this.organizations.cards(opportunities.map(({ organizationId }) => organizationId));
    return opportunities.map((each) => cardOf(each, names));
  }

  async one(actor: Actor, opportunity: Opportunity): Promise<OpportunityResponse> {
    const { organizationId, filledWithId } = opportunity;
    const names = await this.organizations.cards(
      filledWithId === null ? [organizationId] : [organizationId, filledWithId],
    );
    const { languages, certifications, months, capacityMin, capacityMax } = opportunity.requirements;
    return {
      ...cardOf(opportunity, names),
      createdBy: opportunity.createdBy,
      text: opportunity.text,
      isOpen: opportunity.isOpen,
      requirements: {
        languages: [...languages],
        certifications: [...certifications],
        months: [...months],
        capacityMin,
        capacityMax,
      },
      createdAt: opportunity.createdAt.toISOString(),
      updatedAt: opportunity.updatedAt.toISOString(),
      stateSince: opportunity.stateSince.toISOString(),
      publishedAt: opportunity.publishedAt?.toISOString() ?? null,
      renewedAt: opportunity.renewedAt?.toISOString() ?? null,
      end: mayReadStory(actor, opportunity)
        ? {
            closeReason: opportunity.closeReason,
            filledWith: nameOf(names, filledWithId),
            filledWithName: opportunity.filledWithName,
            outcome: opportunity.outcome,
          }
        : null,
      abilities: abilitiesFor(actor, opportunity),
    };
  }
}

type Names = ReadonlyMap<string, OrganizationCard>;

function cardOf(opportunity: Opportunity, names: Names): OpportunityCardResponse {
  const { collaboration, themes, markets, listedAt, endsAt, heldAt } = opportunity;
  return {
    id: opportunity.id,
    organizationId: opportunity.organizationId,
    organization: nameOf(names, opportunity.organizationId),
    title: opportunity.title,
    language: opportunity.language,
    collaboration: [...collaboration],
    themes: [...themes],
    markets: [...markets],
    deadline: opportunity.deadline,
    period: opportunity.period,
    state: opportunity.state,
    version: opportunity.version,
    listedAt: listedAt.toISOString(),
    endsAt: endsAt?.toISOString() ?? null,
    isHeld: heldAt !== null,
  };
}

function nameOf(names: Names, id: string | null): OpportunityOrganizationResponse | null {
  const card = id === null ? undefined : names.get(id);
  if (!card) return null;
  const { slug, name, nameLocal, kind, country, fictional } = card;
  return { id: card.id, slug, name, nameLocal, kind, country, fictional };
}
