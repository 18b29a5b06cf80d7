import { Injectable } from '@nestjs/common';
import { PersonalDataSource } from '#libs/kernel';
import { Database } from '#libs/platform/database';
import { ProfilesOfPersonRepository } from '../data/profiles-of-person.repository.js';

/** The facts a person answers for. What they say is the organization’s. */
@Injectable()
export class ProfilesData extends PersonalDataSource {
  readonly name = 'profiles';

  constructor(
    private readonly database: Database,
    private readonly own: ProfilesOfPersonRepository,
  ) {
    super();
  }

  async collect(personId: string): Promise<object> {
    const [profiles, entries] = await Promise.all([
      this.own.profiles(this.database, personId),
      this.own.entries(this.database, personId),
    ]);
    return { profiles, entries };
  }
}
