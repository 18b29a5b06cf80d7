import { Injectable } from '@nestjs/common';
import type { Reads } from '#libs/platform/database';
import { PartnerRepository } from '../data/partner.repository.js';

/** Who takes part in a proposal now, beside what was frozen of it; for other features. Asks no permission. */
@Injectable()
export class ConsortiumReader {
  constructor(private readonly partners: PartnerRepository) {}

  /** Organizations that had a place and have none now: they left, were taken off, or have not come back. */
  async gone(reads: Reads, proposalId: string): Promise<Set<string>> {
    const places = await this.partners.of(reads, [proposalId]);
    return new Set(
      places.filter(({ state }) => state !== 'accepted').map(({ organizationId }) => organizationId),
    );
  }
}
