import { Injectable } from '@nestjs/common';
import { type Actor, actingOrganization } from '#libs/kernel';
import { ListedOrganizationsReader, type OrganizationCard } from '#libs/organizations';
import { Database } from '#libs/platform/database';
import { ShortlistRepository } from '../data/shortlist.repository.js';
import type { Shortlist, ShortlistEntry } from '../domain/shortlist.js';
import { ShortlistAccess } from './shortlist-access.js';

/** A shortlist with the names of those that can still be seen; the others wait, unseen. */
export interface NamedShortlist extends Shortlist {
  readonly entries: readonly (ShortlistEntry & { readonly organization: OrganizationCard })[];
}

/** All reads of shortlists. */
@Injectable()
export class ShortlistsReader {
  constructor(
    private readonly database: Database,
    private readonly shortlists: ShortlistRepository,
    private readonly access: ShortlistAccess,
    private readonly organizations: ListedOrganizationsReader,
  ) {}

  /** Those of the organization one acts for, newest first. */
  async list(actor: Actor): Promise<NamedShortlist[]> {
    return this.named(await this.shortlists.list(this.database, actingOrganization(actor).id));
  }

  /** @throws NotFound */
  async one(actor: Actor, id: string): Promise<NamedShortlist> {
    const [named] = await this.named([await this.access.load(actor, id)]);
    if (!named) throw new Error('One shortlist was given, none named.');
    return named;
  }

  private async named(shortlists: readonly Shortlist[]): Promise<NamedShortlist[]> {
    const ids = shortlists.flatMap(({ entries }) => entries.map(({ organizationId }) => organizationId));
    const cards = await this.organizations.byIds(ids);
    return shortlists.map((shortlist) => ({
      ...shortlist,
      entries: shortlist.entries.flatMap((entry) => {
        const organization = cards.get(entry.organizationId);
        return organization ? [{ ...entry, organization }] : [];
      }),
    }));
  }
}
