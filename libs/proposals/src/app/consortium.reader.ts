import { Injectable } from '@nestjs/common';
import type { Reads } from '#libs/platform/database';
import { PartnerRepository } from '../data/partner.repository.js';
import type { PartnerState } from '../domain/consortium.js';

/** Who takes part in a proposal now, beside what was frozen of it; for other features. Asks no permission. */
@Injectable()
export class ConsortiumReader {
  constructor(private readonly partners: PartnerRepository) {}

  /** The state of every place there is or was, by organization. */
  async places(reads: Reads, proposalId: string): Promise<Map<string, PartnerState>> {
    const places = await this.partners.of(reads, [proposalId]);
    return new Map(places.map(({ organizationId, state }) => [organizationId, state]));
  }
}
