import { Injectable } from '@nestjs/common';
import { PersonalDataSource } from '#libs/kernel';
import { Database } from '#libs/platform/database';
import { AdmissionOfPersonRepository } from '../data/admission-of-person.repository.js';

/** What a person wrote about becoming a participant: applications, steps, decisions, reviews, recommendations. */
@Injectable()
export class AdmissionData extends PersonalDataSource {
  readonly name = 'admission';

  constructor(
    private readonly database: Database,
    private readonly own: AdmissionOfPersonRepository,
  ) {
    super();
  }

  async collect(personId: string): Promise<object> {
    const [applications, steps, decisions, reviews, recommendations] = await Promise.all([
      this.own.begun(this.database, personId),
      this.own.steps(this.database, personId),
      this.own.decisions(this.database, personId),
      this.own.reviews(this.database, personId),
      this.own.recommendations(this.database, personId),
    ]);
    return { applications, steps, decisions, reviews, recommendations };
  }
}
