import { Injectable } from '@nestjs/common';
import { CallTermsReader } from '#libs/calls';
import { Database } from '#libs/platform/database';
import { type Proposal, ProposalsReader, type ProposalVersion, SubmittedVersions } from '#libs/proposals';
import { ConsortiumOfNow } from './consortium-of-now.js';
import { ProjectPeople } from './project-people.js';

/**
 * What a project is copied from; read before the transaction: what was handed in and decided changes no more, and the
 * consortium is the one of this moment.
 */
export interface Winner {
  readonly proposal: Proposal;
  /** As it was handed in last, with the consortium of now. */
  readonly version: ProposalVersion;
  readonly zone: string;
  /** Those who talk in its conversation. */
  readonly people: readonly { readonly personId: string; readonly organizationId: string }[];
}

/** Reads what a project begins from. */
@Injectable()
export class WinnerLoader {
  constructor(
    private readonly database: Database,
    private readonly proposals: ProposalsReader,
    private readonly versions: SubmittedVersions,
    private readonly consortium: ConsortiumOfNow,
    private readonly calls: CallTermsReader,
    private readonly people: ProjectPeople,
  ) {}

  async load(proposalId: string): Promise<Winner | undefined> {
    const proposal = (await this.proposals.byIds([proposalId])).get(proposalId);
    if (proposal?.state !== 'accepted' || proposal.releasedAt === null || proposal.call === null)
      return undefined;
    const terms = await this.calls.newest(this.database, proposal.call.callId);
    const frozen = await this.versions.newest(this.database, proposalId);
    // A concept that has passed is not done: its full proposal is still to come.
    if (!terms || !frozen || terms.stages.at(-1)?.key !== proposal.call.stage) return undefined;
    const version = { ...frozen, content: await this.consortium.of(proposal, frozen.content) };
    const people = await this.people.of(organizationsOf({ proposal, version }));
    return { proposal, version, zone: terms.zone, people };
  }
}

/** The lead and its partners, each once. */
export function organizationsOf({ proposal, version }: Pick<Winner, 'proposal' | 'version'>): string[] {
  const partners = version.content.dossier?.partners ?? [];
  return [...new Set([proposal.organizationId, ...partners.map(({ organizationId }) => organizationId)])];
}
