import { Injectable } from '@nestjs/common';
import { OpportunitiesReader } from '#libs/opportunities';
import { ListedOrganizationsReader } from '#libs/organizations';
import { Database } from '#libs/platform/database';
import { ProfilesReader } from '#libs/profiles';
import { EntryRepository, type Sighting, type Source } from '../data/entry.repository.js';
import type { EntryType } from '../domain/entry.js';
import { describeOpportunity, describeOrganization } from './describe-entry.js';
import { SearchVocabulary } from './search-vocabulary.js';

/** What was read, and when reading began. */
export interface Sightings {
  readonly seenAt: string;
  readonly seen: readonly Sighting[];
}

/** Reads the truth about things and describes those that may be seen; for the others, says so. */
@Injectable()
export class SightingsLoader {
  constructor(
    private readonly database: Database,
    private readonly entries: EntryRepository,
    private readonly organizations: ListedOrganizationsReader,
    private readonly profiles: ProfilesReader,
    private readonly opportunities: OpportunitiesReader,
    private readonly vocabulary: SearchVocabulary,
  ) {}

  async of(sources: readonly Source[]): Promise<Sightings> {
    const seenAt = await this.entries.clock(this.database);
    const idsOf = (type: EntryType): string[] =>
      sources.filter((source) => source.type === type).map(({ id }) => id);
    const opportunities = await this.opportunities.byIds(idsOf('opportunity'));
    const organizations = await this.organizations.byIds(sources.map(({ organizationId }) => organizationId));
    const profiles = await this.profiles.byOrganizations(idsOf('organization'));
    const vocabulary = await this.vocabulary.renew();
    const seen = sources.map((source): Sighting => {
      const organization = organizations.get(source.organizationId);
      if (!organization) return { ...source, entry: undefined };
      if (source.type === 'organization') {
        const entry = describeOrganization(organization, profiles.get(source.id), vocabulary);
        return { ...source, entry };
      }
      const opportunity = opportunities.get(source.id);
      const isOpen = source.type === 'opportunity' && opportunity?.state === 'published';
      return {
        ...source,
        entry: isOpen ? describeOpportunity(opportunity, organization, vocabulary) : undefined,
      };
    });
    return { seenAt, seen };
  }
}
