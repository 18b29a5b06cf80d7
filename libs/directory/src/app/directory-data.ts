import { Injectable } from '@nestjs/common';
import { PersonalDataSource } from '#libs/kernel';
import { Database } from '#libs/platform/database';
import { DirectoryOfPersonRepository } from '../data/directory-of-person.repository.js';

/** What a person keeps of the directory. */
@Injectable()
export class DirectoryData extends PersonalDataSource {
  readonly name = 'directory';

  constructor(
    private readonly database: Database,
    private readonly own: DirectoryOfPersonRepository,
  ) {
    super();
  }

  async collect(personId: string): Promise<object> {
    const [savedSearches, shortlists, shortlistEntries] = await Promise.all([
      this.own.searches(this.database, personId),
      this.own.shortlists(this.database, personId),
      this.own.listed(this.database, personId),
    ]);
    return { savedSearches, shortlists, shortlistEntries };
  }
}
