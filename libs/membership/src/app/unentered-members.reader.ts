import { Injectable } from '@nestjs/common';
import { ActiveOrganizationsReader } from '#libs/organizations';
import { Database } from '#libs/platform/database';
import { MembershipRepository } from '../data/membership.repository.js';

/** Members that came in by the list and of whose fees and terms nothing is known yet. */
@Injectable()
export class UnenteredMembersReader {
  constructor(
    private readonly database: Database,
    private readonly memberships: MembershipRepository,
    private readonly organizations: ActiveOrganizationsReader,
  ) {}

  /** Ids by country: at most as many as there are member cities. Asks no permission. */
  async ids(): Promise<string[]> {
    const cities = await this.organizations.memberCities();
    return this.memberships.unentered(
      this.database,
      cities.map(({ id }) => id),
    );
  }
}
