import { Injectable } from '@nestjs/common';
import { Database } from '#libs/platform/database';
import { ActiveOrganizationRepository } from '../data/active-organization.repository.js';
import type { ActiveOrganization } from '../domain/organization.js';

/** Who acts in the network today. */
@Injectable()
export class ActiveOrganizationsReader {
  constructor(
    private readonly database: Database,
    private readonly organizations: ActiveOrganizationRepository,
  ) {}

  /** For other features: every active organization, by id. Asks no permission. */
  async all(): Promise<ActiveOrganization[]> {
    return this.organizations.all(this.database);
  }
}
