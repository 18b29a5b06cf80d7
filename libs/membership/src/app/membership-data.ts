import { Injectable } from '@nestjs/common';
import { PersonalDataSource } from '#libs/kernel';
import { Database } from '#libs/platform/database';
import { MembershipOfPersonRepository } from '../data/membership-of-person.repository.js';

/** What a person did for memberships of the operator: asked for, moved, voted, confirmed. */
@Injectable()
export class MembershipData extends PersonalDataSource {
  readonly name = 'membership';

  constructor(
    private readonly database: Database,
    private readonly own: MembershipOfPersonRepository,
  ) {
    super();
  }

  async collect(personId: string): Promise<object> {
    const [memberships, steps, ballots, confirmations] = await Promise.all([
      this.own.begun(this.database, personId),
      this.own.steps(this.database, personId),
      this.own.ballots(this.database, personId),
      this.own.confirmed(this.database, personId),
    ]);
    return { memberships, steps, ballots, confirmations };
  }
}
