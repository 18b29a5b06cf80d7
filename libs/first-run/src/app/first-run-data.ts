import { Injectable } from '@nestjs/common';
import { PersonalDataSource } from '#libs/kernel';
import { Database } from '#libs/platform/database';
import { FirstRunRepository } from '../data/first-run.repository.js';

/** How far a person came in the first run. */
@Injectable()
export class FirstRunData extends PersonalDataSource {
  readonly name = 'first-run';

  constructor(
    private readonly database: Database,
    private readonly firstRuns: FirstRunRepository,
  ) {
    super();
  }

  async collect(personId: string): Promise<object> {
    return { firstRun: (await this.firstRuns.find(this.database, personId)) ?? null };
  }
}
