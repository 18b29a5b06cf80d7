import { Injectable } from '@nestjs/common';
import { PersonalDataSource } from '#libs/kernel';
import { OrganizationsReader } from './organizations.reader.js';

/** The seats of a person. */
@Injectable()
export class OrganizationsData extends PersonalDataSource {
  readonly name = 'organizations';

  constructor(private readonly organizations: OrganizationsReader) {
    super();
  }

  async collect(personId: string): Promise<object> {
    return { memberships: await this.organizations.membershipsOf(personId) };
  }
}
