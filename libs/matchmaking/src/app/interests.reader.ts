import { Injectable } from '@nestjs/common';
import { type Actor, actingOrganization } from '#libs/kernel';
import { Database } from '#libs/platform/database';
import { type InterestFilter, InterestRepository } from '../data/interest.repository.js';
import type { Interest } from '../domain/interest.js';
import { InterestAccess } from './interest-access.js';

/** Beyond this a total says "or more". */
const TOTAL_CAP = 1000;

export type InterestListing = Omit<InterestFilter, 'organizationId'>;

/** All reads of interests. */
@Injectable()
export class InterestsReader {
  constructor(
    private readonly database: Database,
    private readonly interests: InterestRepository,
    private readonly access: InterestAccess,
  ) {}

  /** One interest the acting organization sent or received. */
  async one(actor: Actor, id: string): Promise<Interest> {
    return this.access.load(actor, 'read', id);
  }

  /** Interests of the acting organization, newest first, after the one with id `after`. */
  async list(
    actor: Actor,
    listing: InterestListing,
    after: string | undefined,
    limit: number,
  ): Promise<Interest[]> {
    return this.interests.slice(this.database, filterOf(actor, listing), after, limit);
  }

  /** How many {@link list} holds, counted up to 1,000. */
  async count(actor: Actor, listing: InterestListing): Promise<{ total: number; totalCapped: boolean }> {
    const total = await this.interests.count(this.database, filterOf(actor, listing), TOTAL_CAP + 1);
    return { total: Math.min(total, TOTAL_CAP), totalCapped: total > TOTAL_CAP };
  }
}

function filterOf(actor: Actor, listing: InterestListing): InterestFilter {
  return { ...listing, organizationId: actingOrganization(actor).id };
}
