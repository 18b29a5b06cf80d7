import { Injectable } from '@nestjs/common';
import { PersonalDataSource } from '#libs/kernel';
import { MessageRepository } from '../data/message.repository.js';

/** What a person wrote in conversations; what others wrote to them is theirs. */
@Injectable()
export class MessagingData extends PersonalDataSource {
  readonly name = 'messaging';

  constructor(private readonly messages: MessageRepository) {
    super();
  }

  async collect(personId: string): Promise<object> {
    return { messages: await this.messages.writtenBy(personId) };
  }
}
