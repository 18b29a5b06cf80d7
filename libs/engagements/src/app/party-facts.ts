import { Injectable } from '@nestjs/common';
import { PersonsReader } from '#libs/identity';
import { OrganizationsReader } from '#libs/organizations';
import type { Transaction } from '#libs/platform/database';
import { type Engagement, SIDES } from '../domain/engagement.js';

/** What would tell readers of a case note whose engagement it was. */
@Injectable()
export class PartyFacts {
  constructor(
    private readonly organizations: OrganizationsReader,
    private readonly persons: PersonsReader,
  ) {}

  /** Of both organizations, in each spelling, and of everybody who acts for them. */
  async names(tx: Transaction, engagement: Engagement): Promise<string[]> {
    const ids = SIDES.map((side) => engagement[side].organizationId);
    const cards = await this.organizations.cards(ids, tx);
    const members: string[] = [];
    for (const id of ids)
      members.push(...(await this.organizations.membersOf(id, tx)).map(({ personId }) => personId));
    const persons = await this.persons.byIds(members, tx);
    return [
      ...[...cards.values()].flatMap(({ name, nameLocal }) => [name, nameLocal ?? '']),
      ...[...persons.values()].map(({ displayName }) => displayName),
    ];
  }

  /** From where the question came. */
  async countryOfRequester(tx: Transaction, { requester }: Engagement): Promise<string | null> {
    const cards = await this.organizations.cards([requester.organizationId], tx);
    return cards.get(requester.organizationId)?.country ?? null;
  }
}
