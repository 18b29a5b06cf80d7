import { Injectable } from '@nestjs/common';
import { PersonalDataSource } from '#libs/kernel';
import { Database } from '#libs/platform/database';
import { ToldRepository } from '../data/told.repository.js';

/** What a person was told, in the app and by mail. */
@Injectable()
export class NotificationsData extends PersonalDataSource {
  readonly name = 'notifications';

  constructor(
    private readonly database: Database,
    private readonly told: ToldRepository,
  ) {
    super();
  }

  async collect(personId: string): Promise<object> {
    const [notices, mails, settings, pushDevices] = await Promise.all([
      this.told.notices(this.database, personId),
      this.told.mails(this.database, personId),
      this.told.settings(this.database, personId),
      this.told.pushDevices(this.database, personId),
    ]);
    return { notices, mails, settings: settings ?? null, pushDevices };
  }
}
