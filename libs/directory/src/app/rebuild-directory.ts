import { Injectable } from '@nestjs/common';
import { systemActor } from '#libs/kernel';
import { ListedOrganizationsReader } from '#libs/organizations';
import { OpportunitiesReader } from '#libs/opportunities';
import { Database, UnitOfWork } from '#libs/platform/database';
import { EntryRepository, type Source } from '../data/entry.repository.js';
import { ProjectEntries } from './project-entries.js';

const AT_ONCE = 500;
const REQUEST = 'rebuild-directory';

/**
 * Makes the whole directory anew from what is true, while it is in use: every entry is looked at again, what was
 * not found is emptied, and the counts are made from the entries. Answers how many entries can be seen.
 */
@Injectable()
export class RebuildDirectory {
  constructor(
    private readonly database: Database,
    private readonly unitOfWork: UnitOfWork,
    private readonly entries: EntryRepository,
    private readonly organizations: ListedOrganizationsReader,
    private readonly opportunities: OpportunitiesReader,
    private readonly projectEntries: ProjectEntries,
  ) {}

  async execute(onProgress: (seen: number) => void = () => undefined): Promise<number> {
    const begunAt = await this.entries.clock(this.database);
    await this.unitOfWork.run(systemActor(REQUEST), (tx) => this.entries.forgetWords(tx));
    let seen = 0;
    const project = async (sources: readonly Source[]): Promise<void> => {
      const sightings = await this.projectEntries.prepareAll(sources);
      await this.unitOfWork.run(systemActor(REQUEST), (tx) => this.projectEntries.write(tx, sightings));
      onProgress((seen += sources.length));
    };
    let last: string | undefined;
    for (;;) {
      const next = await this.organizations.after(last, AT_ONCE);
      if (next.length === 0) break;
      await project(next.map(({ id }) => ({ id, type: 'organization', organizationId: id })));
      last = next.at(-1)?.id;
    }
    const open = await this.opportunities.published();
    for (let at = 0; at < open.length; at += AT_ONCE) {
      const slice = open.slice(at, at + AT_ONCE);
      await project(slice.map(({ id, organizationId }) => ({ id, type: 'opportunity', organizationId })));
    }
    for (;;) {
      const left = await this.entries.unseenSince(this.database, begunAt, AT_ONCE);
      if (left.length === 0) break;
      await project(left);
    }
    await this.unitOfWork.run(systemActor(REQUEST), (tx) => this.entries.recount(tx));
    return seen;
  }
}
