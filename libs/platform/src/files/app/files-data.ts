import { Injectable } from '@nestjs/common';
import { PersonalDataSource } from '#libs/kernel';
import { Database } from '#libs/platform/database';
import { FilesOfPersonRepository } from '../data/files-of-person.repository.js';

/** The files a person sent in. They belong to their organization, which has their content. */
@Injectable()
export class FilesData extends PersonalDataSource {
  readonly name = 'files';

  constructor(
    private readonly database: Database,
    private readonly own: FilesOfPersonRepository,
  ) {
    super();
  }

  async collect(personId: string): Promise<object> {
    return { files: await this.own.sent(this.database, personId) };
  }
}
