import { Injectable } from '@nestjs/common';
import { PersonalDataSource } from '#libs/kernel';
import { Database } from '#libs/platform/database';
import { CallsOfPersonRepository } from '../data/calls-of-person.repository.js';

/** The calls a person began, and the steps and versions the person made of any. */
@Injectable()
export class CallsData extends PersonalDataSource {
  readonly name = 'calls';

  constructor(
    private readonly database: Database,
    private readonly own: CallsOfPersonRepository,
  ) {
    super();
  }

  async collect(personId: string): Promise<object> {
    return {
      calls: await this.own.begun(this.database, personId),
      callSteps: await this.own.taken(this.database, personId),
      callVersions: await this.own.saved(this.database, personId),
    };
  }
}
