import { Injectable } from '@nestjs/common';
import { PersonalDataSource } from '#libs/kernel';
import { Database } from '#libs/platform/database';
import { ConsultingRequestRepository } from '../data/consulting-request.repository.js';

/** The consulting requests a person began, as they stand. */
@Injectable()
export class ConsultingData extends PersonalDataSource {
  readonly name = 'consulting';

  constructor(
    private readonly database: Database,
    private readonly requests: ConsultingRequestRepository,
  ) {
    super();
  }

  async collect(personId: string): Promise<object> {
    return { consultingRequests: await this.requests.begunBy(this.database, personId) };
  }
}
