import { Injectable } from '@nestjs/common';
import { PersonalDataSource } from '#libs/kernel';
import { Database } from '#libs/platform/database';
import { OpportunitiesOfPersonRepository } from '../data/opportunities-of-person.repository.js';

/** The opportunities a person began, as they stand, and the steps the person took with any. */
@Injectable()
export class OpportunitiesData extends PersonalDataSource {
  readonly name = 'opportunities';

  constructor(
    private readonly database: Database,
    private readonly own: OpportunitiesOfPersonRepository,
  ) {
    super();
  }

  async collect(personId: string): Promise<object> {
    return {
      opportunities: await this.own.begun(this.database, personId),
      opportunitySteps: await this.own.taken(this.database, personId),
    };
  }
}
