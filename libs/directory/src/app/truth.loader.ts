import { Injectable } from '@nestjs/common';
import { type Opportunity, OpportunitiesReader } from '#libs/opportunities';
import { type ListedOrganization, ListedOrganizationsReader } from '#libs/organizations';
import { type ProfileRecord, ProfilesReader } from '#libs/profiles';
import type { Vocabulary } from '#libs/taxonomy';
import type { Sighting, Source } from '../data/entry.repository.js';
import type { DirectoryEntry, EntryType } from '../domain/entry.js';
import { describeOpportunity, describeOrganization, describePerson } from './describe-entry.js';
import { type FoundPerson, PeopleLoader } from './people.loader.js';

/** What features say of some things. What may not be seen is not in it. */
interface Truth {
  readonly organizations: ReadonlyMap<string, ListedOrganization>;
  readonly profiles: ReadonlyMap<string, ProfileRecord>;
  readonly opportunities: ReadonlyMap<string, Opportunity>;
  readonly people: ReadonlyMap<string, FoundPerson>;
}

/** Asks the features for the truth about things, and describes those that may be seen. */
@Injectable()
export class TruthLoader {
  constructor(
    private readonly organizations: ListedOrganizationsReader,
    private readonly profiles: ProfilesReader,
    private readonly opportunities: OpportunitiesReader,
    private readonly people: PeopleLoader,
  ) {}

  async about(sources: readonly Source[], vocabulary: Vocabulary): Promise<Sighting[]> {
    const idsOf = (type: EntryType): string[] =>
      sources.filter((source) => source.type === type).map(({ id }) => id);
    const people = await this.people.of(idsOf('person'));
    // Somebody may be shown with another organization than before.
    const placed = sources.map((source) => ({
      ...source,
      organizationId: people.get(source.id)?.organizationId ?? source.organizationId,
    }));
    const truth: Truth = {
      people,
      opportunities: await this.opportunities.byIds(idsOf('opportunity')),
      organizations: await this.organizations.byIds(placed.map(({ organizationId }) => organizationId)),
      profiles: await this.profiles.byOrganizations(idsOf('organization')),
    };
    return placed.map((source) => ({ ...source, entry: describe(source, truth, vocabulary) }));
  }
}

function describe(
  { id, type, organizationId }: Source,
  { organizations, profiles, opportunities, people }: Truth,
  vocabulary: Vocabulary,
): DirectoryEntry | undefined {
  const organization = organizations.get(organizationId);
  if (!organization) return undefined;
  const person = people.get(id);
  const opportunity = opportunities.get(id);
  switch (type) {
    case 'organization':
      return describeOrganization(organization, profiles.get(id), vocabulary);
    case 'person':
      return person && describePerson(person, organization, vocabulary);
    case 'opportunity':
      return opportunity?.state === 'published'
        ? describeOpportunity(opportunity, organization, vocabulary)
        : undefined;
  }
}
