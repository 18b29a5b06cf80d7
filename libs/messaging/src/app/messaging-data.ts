import { Injectable } from '@nestjs/common';
import { PersonalDataSource } from '#libs/kernel';
import { Database } from '#libs/platform/database';
import { ContactRequestRepository } from '../data/contact-request.repository.js';
import { ContactRepository } from '../data/contact.repository.js';
import { ConversationReportRepository } from '../data/conversation-report.repository.js';
import { MessagingPreferenceRepository } from '../data/messaging-preference.repository.js';
import { MessageRepository } from '../data/message.repository.js';

/** What a person wrote in conversations, whom they asked, kept away and reported; what others wrote to them is theirs. */
@Injectable()
export class MessagingData extends PersonalDataSource {
  readonly name = 'messaging';

  constructor(
    private readonly database: Database,
    private readonly messages: MessageRepository,
    private readonly requests: ContactRequestRepository,
    private readonly contacts: ContactRepository,
    private readonly reports: ConversationReportRepository,
    private readonly preferences: MessagingPreferenceRepository,
  ) {
    super();
  }

  async collect(personId: string): Promise<object> {
    const [messages, contactRequests, blocks, reports, preference] = await Promise.all([
      this.messages.writtenBy(personId),
      this.requests.sentBy(this.database, personId),
      this.contacts.blocksOf(this.database, personId),
      this.reports.filedBy(this.database, personId),
      this.preferences.of(this.database, personId),
    ]);
    return { messages, contactRequests, blocks, reports, preference };
  }
}
