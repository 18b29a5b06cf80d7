import { Injectable } from '@nestjs/common';
import type { Actor } from '#libs/kernel';
import { type OrganizationCard, OrganizationsReader } from '#libs/organizations';
import { Database, type Reads } from '#libs/platform/database';
import { TaxonomyCodes } from '#libs/vocabulary';
import { EntryRepository } from '../data/entry.repository.js';
import { ProfileRepository } from '../data/profile.repository.js';
import type { Entry } from '../domain/entry.js';
import { isStale } from '../domain/fact.js';
import { recordOf } from '../domain/profile-record.js';
import type { Profile, ProfileRecord } from '../domain/profile.js';
import { ProfileAccess } from './profile-access.js';

/** All reads of profiles. */
@Injectable()
export class ProfilesReader {
  constructor(
    private readonly database: Database,
    private readonly profiles: ProfileRepository,
    private readonly entries: EntryRepository,
    private readonly access: ProfileAccess,
    private readonly organizations: OrganizationsReader,
    private readonly codes: TaxonomyCodes,
  ) {}

  /** The profile of an organization, as the actor may read it. */
  async one(actor: Actor, organizationId: string): Promise<Profile> {
    return this.access.load(actor, 'read', organizationId);
  }

  /** Its entries, by kind and in their order. */
  async entriesOf(actor: Actor, organizationId: string): Promise<Entry[]> {
    await this.access.load(actor, 'read', organizationId);
    return this.entries.ofOrganizations(this.database, [organizationId]);
  }

  /** For other features: whether something the organization stated waits for its confirmation. Asks no permission. */
  async hasStaleFacts(organizationId: string): Promise<boolean> {
    const now = new Date();
    const profile = await this.profiles.find(this.database, organizationId);
    const entries = await this.entries.ofOrganizations(this.database, [organizationId]);
    return (
      (profile !== undefined && isStale(profile, now)) ||
      entries.some((entry) => isStale(entry, now, entry.expiresOn))
    );
  }

  /** For other features: profiles by organization; organizations without one are left out. Asks no permission. */
  async byOrganizations(
    ids: readonly string[],
    reads: Reads = this.database,
  ): Promise<Map<string, ProfileRecord>> {
    if (ids.length === 0) return new Map();
    const profiles = () => this.profiles.findMany(reads, ids);
    const entries = () => this.entries.ofOrganizations(reads, ids);
    const cards = () => this.organizations.cards(ids, reads);
    // A transaction has one connection, which takes one question after another.
    const found =
      reads === this.database
        ? await Promise.all([profiles(), entries(), cards()])
        : ([await profiles(), await entries(), await cards()] as const);
    return new Map(this.recordsOf(...found).map((record) => [record.organizationId, record]));
  }

  /** For other features: how often what is known of an organization has changed; 0 without a profile. */
  async revisionsOf(ids: readonly string[]): Promise<Map<string, number>> {
    if (ids.length === 0) return new Map();
    return this.profiles.revisions(this.database, ids);
  }

  /** For other features: every profile, by organization id. Asks no permission. */
  async all(): Promise<ProfileRecord[]> {
    const profiles = await this.profiles.all(this.database);
    const entries = await this.entries.all(this.database);
    const cards = await this.organizations.cards(profiles.map(({ organizationId }) => organizationId));
    return this.recordsOf(profiles, entries, cards);
  }

  private recordsOf(
    profiles: readonly Profile[],
    entries: readonly Entry[],
    cards: ReadonlyMap<string, OrganizationCard>,
  ): ProfileRecord[] {
    const byOrganization = new Map<string, Entry[]>();
    for (const entry of entries) {
      const own = byOrganization.get(entry.organizationId);
      if (own) own.push(entry);
      else byOrganization.set(entry.organizationId, [entry]);
    }
    const isOfKind = this.codes.has.bind(this.codes);
    const today = new Date().toISOString().slice(0, 10);
    return profiles.flatMap((profile) => {
      const card = cards.get(profile.organizationId);
      const own = byOrganization.get(profile.organizationId) ?? [];
      return card ? [recordOf(profile, own, card, isOfKind, today)] : [];
    });
  }
}
