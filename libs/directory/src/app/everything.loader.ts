import { Injectable } from '@nestjs/common';
import { OpportunitiesReader } from '#libs/opportunities';
import { ListedOrganizationsReader } from '#libs/organizations';
import type { Source } from '../data/entry.repository.js';
import { PeopleLoader } from './people.loader.js';

/** Goes through everything that may be found, some at a time. */
@Injectable()
export class EverythingLoader {
  constructor(
    private readonly organizations: ListedOrganizationsReader,
    private readonly opportunities: OpportunitiesReader,
    private readonly people: PeopleLoader,
  ) {}

  async *sources(atOnce: number): AsyncGenerator<Source[]> {
    for (let last: string | undefined; ;) {
      const next = await this.organizations.after(last, atOnce);
      if (next.length === 0) break;
      yield next.map(({ id }) => ({ id, type: 'organization', organizationId: id }));
      last = next.at(-1)?.id;
    }
    const open = await this.opportunities.published();
    for (let at = 0; at < open.length; at += atOnce) {
      const slice = open.slice(at, at + atOnce);
      yield slice.map(({ id, organizationId }) => ({ id, type: 'opportunity', organizationId }));
    }
    for (let last: string | undefined; ;) {
      const next = await this.people.after(last, atOnce);
      if (next.length === 0) break;
      const people = [...(await this.people.of(next)).values()];
      yield people.map(({ id, organizationId }) => ({ id, type: 'person', organizationId }));
      last = next.at(-1);
    }
  }
}
