import { Injectable } from '@nestjs/common';
import { OrganizationsReader } from '#libs/organizations';
import type { Reads } from '#libs/platform/database';
import { type CalledProposal, CalledProposalRepository } from '../data/called-proposal.repository.js';
import { PROPOSAL_STATES, type ProposalState } from '../domain/proposal-states.js';

/** A proposal of a call with what an assessment has to weigh. */
export interface ProposalOfCall extends CalledProposal {
  /** Member cities that lead it, take part, or are home to who does. */
  readonly cityIds: readonly string[];
  /** ISO 3166-1 alpha-2 of lead and partners. */
  readonly countries: readonly string[];
  /** True where a small or medium enterprise leads it. */
  readonly isLedBySme: boolean;
}

/** The proposals of one call, for the features that assess them. Asks no permission. */
@Injectable()
export class ProposalsOfCall {
  constructor(
    private readonly called: CalledProposalRepository,
    private readonly organizations: OrganizationsReader,
  ) {}

  /** By id; of all states if none is named. */
  async list(
    reads: Reads,
    callId: string,
    states: readonly ProposalState[] = PROPOSAL_STATES,
  ): Promise<ProposalOfCall[]> {
    const proposals = await this.called.list(reads, callId, states);
    const consortium = ({ organizationId, partnerOrganizationIds }: CalledProposal): string[] => [
      organizationId,
      ...partnerOrganizationIds,
    ];
    const cards = await this.organizations.cards(proposals.flatMap(consortium), reads);
    return proposals.map((proposal) => {
      const members = consortium(proposal).flatMap((id) => cards.get(id) ?? []);
      const cities = members.flatMap(({ id, kind, cityId }) => (kind === 'city' ? id : (cityId ?? [])));
      return {
        ...proposal,
        cityIds: [...new Set(cities)],
        countries: [...new Set(members.map(({ country }) => country))],
        isLedBySme: cards.get(proposal.organizationId)?.kind === 'sme',
      };
    });
  }
}
