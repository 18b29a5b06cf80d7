import { Injectable } from '@nestjs/common';
import { PersonalDataSource } from '#libs/kernel';
import { Database } from '#libs/platform/database';
import { ProposalRepository } from '../data/proposal.repository.js';

/** The proposals a person began, as they stand. */
@Injectable()
export class ProposalsData extends PersonalDataSource {
  readonly name = 'proposals';

  constructor(
    private readonly database: Database,
    private readonly proposals: ProposalRepository,
  ) {
    super();
  }

  async collect(personId: string): Promise<object> {
    return { proposals: await this.proposals.begunBy(this.database, personId) };
  }
}
