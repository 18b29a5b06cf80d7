import { Injectable } from '@nestjs/common';
import { Database } from '#libs/platform/database';
import { ListedOrganizationRepository } from '../data/listed-organization.repository.js';
import type { ListedOrganization } from '../domain/organization.js';

/** What the directory lists. Asks no permission: who is active is known to all members. */
@Injectable()
export class ListedOrganizationsReader {
  constructor(
    private readonly database: Database,
    private readonly organizations: ListedOrganizationRepository,
  ) {}

  /** Those of `ids` that are active, by id. */
  async byIds(ids: readonly string[]): Promise<Map<string, ListedOrganization>> {
    if (ids.length === 0) return new Map();
    const listed = await this.organizations.byIds(this.database, [...new Set(ids)]);
    return new Map(listed.map((organization) => [organization.id, organization]));
  }

  /** The next `limit` active organizations in order of their ids, after `id`. */
  async after(id: string | undefined, limit: number): Promise<ListedOrganization[]> {
    return this.organizations.after(this.database, id, limit);
  }

  /** Which of `ids` are active at this moment. */
  async activeAmong(ids: readonly string[]): Promise<ReadonlySet<string>> {
    if (ids.length === 0) return new Set();
    return new Set(await this.organizations.activeAmong(this.database, [...new Set(ids)]));
  }
}
