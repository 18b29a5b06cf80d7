import { Injectable } from '@nestjs/common';
import type { Actor } from '#libs/kernel';
import { OrganizationsReader } from '#libs/organizations';
import { Database } from '#libs/platform/database';
import { ProfileRepository } from '../data/profile.repository.js';
import type { Profile, ProfileRecord } from '../domain/profile.js';
import { ProfileAccess } from './profile-access.js';

/** All reads of profiles. */
@Injectable()
export class ProfilesReader {
  constructor(
    private readonly database: Database,
    private readonly profiles: ProfileRepository,
    private readonly access: ProfileAccess,
    private readonly organizations: OrganizationsReader,
  ) {}

  /** The profile of an organization, as the actor may read it. */
  async one(actor: Actor, organizationId: string): Promise<Profile> {
    return this.access.load(actor, 'read', organizationId);
  }

  /** For other features: profiles by organization; organizations without one are left out. Asks no permission. */
  async byOrganizations(ids: readonly string[]): Promise<Map<string, ProfileRecord>> {
    const found = ids.length === 0 ? [] : await this.profiles.findMany(this.database, ids);
    const records = await this.withOrganizations(found);
    return new Map(records.map((record) => [record.organizationId, record]));
  }

  /** For other features: every profile, by organization id. Asks no permission. */
  async all(): Promise<ProfileRecord[]> {
    return this.withOrganizations(await this.profiles.all(this.database));
  }

  private async withOrganizations(profiles: readonly Profile[]): Promise<ProfileRecord[]> {
    const cards = await this.organizations.cards(profiles.map((profile) => profile.organizationId));
    return profiles.flatMap((profile) => {
      const card = cards.get(profile.organizationId);
      return card ? [{ ...profile, kind: card.kind, country: card.country }] : [];
    });
  }
}
