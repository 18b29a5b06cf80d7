import { Injectable } from '@nestjs/common';
import { systemActor } from '#libs/kernel';
import { Database, UnitOfWork } from '#libs/platform/database';
import { EntryRepository, type Source } from '../data/entry.repository.js';
import { EverythingLoader } from './everything.loader.js';
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
    private readonly everything: EverythingLoader,
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
    for await (const sources of this.everything.sources(AT_ONCE)) await project(sources);
    for (;;) {
      const left = await this.entries.unseenSince(this.database, begunAt, AT_ONCE);
      if (left.length === 0) break;
      await project(left);
    }
    await this.unitOfWork.run(systemActor(REQUEST), (tx) => this.entries.recount(tx));
    return seen;
  }
}
