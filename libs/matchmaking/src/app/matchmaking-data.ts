import { Injectable } from '@nestjs/common';
import { PersonalDataSource } from '#libs/kernel';
import { Database } from '#libs/platform/database';
import { MatchmakingOfPersonRepository } from '../data/matchmaking-of-person.repository.js';

/** The interest a person showed or answered, and the matches they put aside. */
@Injectable()
export class MatchmakingData extends PersonalDataSource {
  readonly name = 'matchmaking';

  constructor(
    private readonly database: Database,
    private readonly own: MatchmakingOfPersonRepository,
  ) {
    super();
  }

  async collect(personId: string): Promise<object> {
    const [interests, answers, dismissals] = await Promise.all([
      this.own.shown(this.database, personId),
      this.own.answered(this.database, personId),
      this.own.dismissed(this.database, personId),
    ]);
    return { interests, answers, dismissals };
  }
}
