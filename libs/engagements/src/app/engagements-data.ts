import { Injectable } from '@nestjs/common';
import { PersonalDataSource } from '#libs/kernel';
import { Database } from '#libs/platform/database';
import { EngagementsOfPersonRepository } from '../data/engagements-of-person.repository.js';

/** What a person did in engagements: signed, met, handed over, rated, recorded, decided. */
@Injectable()
export class EngagementsData extends PersonalDataSource {
  readonly name = 'engagements';

  constructor(
    private readonly database: Database,
    private readonly own: EngagementsOfPersonRepository,
  ) {
    super();
  }

  async collect(personId: string): Promise<object> {
    const { database, own } = this;
    const [
      engagements,
      signatures,
      sessions,
      deliverySteps,
      ratings,
      ledgerEntries,
      disputes,
      caseNotes,
      feed,
    ] = await Promise.all([
      own.engagements(database, personId),
      own.signatures(database, personId),
      own.sessions(database, personId),
      own.deliverySteps(database, personId),
      own.ratings(database, personId),
      own.ledgerEntries(database, personId),
      own.disputes(database, personId),
      own.caseNotes(database, personId),
      own.feed(database, personId),
    ]);
    return {
      engagements,
      signatures,
      sessions,
      deliverySteps,
      ratings,
      ledgerEntries,
      disputes,
      caseNotes,
      feed,
    };
  }
}
