import { Injectable } from '@nestjs/common';
import { PersonalDataSource } from '#libs/kernel';
import { Database } from '#libs/platform/database';
import { CoauthorRepository } from '../data/coauthor.repository.js';
import { ProposalCommentRepository } from '../data/proposal-comment.repository.js';
import { ProposalRepository } from '../data/proposal.repository.js';

/** The proposals a person began as they stand, those the person was asked to write along, and what was said there. */
@Injectable()
export class ProposalsData extends PersonalDataSource {
  readonly name = 'proposals';

  constructor(
    private readonly database: Database,
    private readonly proposals: ProposalRepository,
    private readonly coauthors: CoauthorRepository,
    private readonly comments: ProposalCommentRepository,
  ) {
    super();
  }

  async collect(personId: string): Promise<object> {
    return {
      proposals: await this.proposals.begunBy(this.database, personId),
      coauthorships: await this.coauthors.ofPerson(this.database, personId),
      sectionComments: await this.comments.saidBy(this.database, personId),
    };
  }
}
