import { Injectable } from '@nestjs/common';
import { Database, type Reads } from '#libs/platform/database';
import { ActiveOrganizationRepository } from '../data/active-organization.repository.js';
import type { ActiveOrganization, MemberCity } from '../domain/organization.js';

/** Who acts in the network today. */
@Injectable()
export class ActiveOrganizationsReader {
  constructor(
    private readonly database: Database,
    private readonly organizations: ActiveOrganizationRepository,
  ) {}

  /** For other features: every active organization, by id. Asks no permission. */
  async all(reads: Reads = this.database): Promise<ActiveOrganization[]> {
    return this.organizations.all(reads);
  }

  /** For other features: those of `ids` that are active. Asks no permission. */
  async byIds(ids: readonly string[]): Promise<ActiveOrganization[]> {
    return this.organizations.byIds(this.database, ids);
  }

  /** The cities whose number gives a country its seats in the Executive Committee. Asks no permission. */
  async memberCities(reads: Reads = this.database): Promise<MemberCity[]> {
    return this.organizations.memberCities(reads);
  }
}
