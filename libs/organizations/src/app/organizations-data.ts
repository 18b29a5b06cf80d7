import { Injectable } from '@nestjs/common';
import { PersonsReader } from '#libs/identity';
import { PersonalDataSource } from '#libs/kernel';
import { Database } from '#libs/platform/database';
import { InvitationRepository } from '../data/invitation.repository.js';
import { OrganizationsReader } from './organizations.reader.js';

/** The seats of a person, and the invitations they sent or have not answered. */
@Injectable()
export class OrganizationsData extends PersonalDataSource {
  readonly name = 'organizations';

  constructor(
    private readonly database: Database,
    private readonly organizations: OrganizationsReader,
    private readonly invitations: InvitationRepository,
    private readonly persons: PersonsReader,
  ) {
    super();
  }

  async collect(personId: string): Promise<object> {
    const account = await this.persons.account(personId);
    const [memberships, sent, waiting] = await Promise.all([
      this.organizations.membershipsOf(personId),
      this.invitations.sentBy(this.database, personId),
      account ? this.invitations.toAddress(this.database, account.email) : [],
    ]);
    return {
      memberships,
      invitationsSent: sent,
      invitationsWaiting: waiting.map(({ organizationId, organizationName, role, createdAt, expiresAt }) => ({
        organizationId,
        organizationName,
        role,
        createdAt,
        expiresAt,
      })),
    };
  }
}
