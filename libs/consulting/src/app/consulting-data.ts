import { Injectable } from '@nestjs/common';
import { PersonalDataSource } from '#libs/kernel';
import { Database } from '#libs/platform/database';
import { ConsultingRequestRepository } from '../data/consulting-request.repository.js';
import { ConsultingStoryRepository } from '../data/consulting-story.repository.js';
import { ExpertInvitationRepository } from '../data/expert-invitation.repository.js';
import { QuoteRepository } from '../data/quote.repository.js';

/** The consulting requests a person began, the steps taken, experts invited or invitations answered, and quotes written. */
@Injectable()
export class ConsultingData extends PersonalDataSource {
  readonly name = 'consulting';

  constructor(
    private readonly database: Database,
    private readonly requests: ConsultingRequestRepository,
    private readonly story: ConsultingStoryRepository,
    private readonly invitations: ExpertInvitationRepository,
    private readonly quotes: QuoteRepository,
  ) {
    super();
  }

  async collect(personId: string): Promise<object> {
    return {
      consultingRequests: await this.requests.begunBy(this.database, personId),
      consultingSteps: await this.story.takenBy(this.database, personId),
      expertInvitations: await this.invitations.answeredBy(this.database, personId),
      quoteVersions: await this.quotes.savedBy(this.database, personId),
    };
  }
}
