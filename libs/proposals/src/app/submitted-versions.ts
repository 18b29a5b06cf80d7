import { Injectable } from '@nestjs/common';
import type { Reads } from '#libs/platform/database';
import { ProposalRepository } from '../data/proposal.repository.js';
import type { ProposalVersion } from '../domain/proposal.js';

/** What was handed in, as it was frozen; for other features. Asks no permission. */
@Injectable()
export class SubmittedVersions {
  constructor(private readonly proposals: ProposalRepository) {}

  async newest(reads: Reads, proposalId: string): Promise<ProposalVersion | undefined> {
    return (await this.proposals.versions(reads, proposalId)).at(-1);
  }

  async number(reads: Reads, proposalId: string, number: number): Promise<ProposalVersion | undefined> {
    return (await this.proposals.versions(reads, proposalId, number))[0];
  }

  /** Oldest first. */
  async all(reads: Reads, proposalId: string): Promise<ProposalVersion[]> {
    return this.proposals.versions(reads, proposalId);
  }

  /** The newest of each, by the id of the proposal. */
  async newestOf(reads: Reads, proposalIds: readonly string[]): Promise<Map<string, ProposalVersion>> {
    const found = await this.proposals.newestVersions(reads, proposalIds);
    return new Map(found.map((version) => [version.proposalId, version]));
  }
}
