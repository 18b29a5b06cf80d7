import { Injectable } from '@nestjs/common';
import { PersonsReader } from '#libs/identity';
import { OrganizationsReader } from '#libs/organizations';

/** A person who agreed to be found, with the organization they are shown with. */
export interface FoundPerson {
  readonly id: string;
  readonly displayName: string;
  readonly latinName: string | null;
  /** BCP 47. */
  readonly languages: readonly string[];
  readonly organizationId: string;
  /** Since they have been there. */
  readonly joinedAt: Date;
}

/**
 * Who agreed to be found, as it is this moment: of those who did not, who have gone, or who have no seat in an active
 * organization, nothing is told. Of several seats the oldest is shown.
 */
@Injectable()
export class PeopleLoader {
  constructor(
    private readonly persons: PersonsReader,
    private readonly organizations: OrganizationsReader,
  ) {}

  async of(ids: readonly string[]): Promise<Map<string, FoundPerson>> {
    if (ids.length === 0) return new Map();
    const persons = await this.persons.profiles(ids);
    const agreed = [...persons.values()].filter(({ discoverable }) => discoverable);
    const seats = await this.organizations.activeSeatsOf(agreed.map(({ id }) => id));
    return new Map(
      agreed.flatMap(({ id, displayName, latinName, languages }) => {
        const seat = seats.find(({ personId }) => personId === id);
        if (!seat) return [];
        const { organizationId, joinedAt } = seat;
        return [[id, { id, displayName, latinName, languages, organizationId, joinedAt }] as const];
      }),
    );
  }

  /** Who of an organization agreed. */
  async at(organizationId: string): Promise<FoundPerson[]> {
    const members = await this.organizations.membersOf(organizationId);
    return [...(await this.of(members.map(({ personId }) => personId))).values()];
  }

  /** The next `limit` who agreed, in order of their ids, after `id`; with those who cannot be shown. */
  async after(id: string | undefined, limit: number): Promise<string[]> {
    return this.persons.discoverable(id, limit);
  }
}
