import { Injectable } from '@nestjs/common';
import { permissionsOf } from '#libs/contracts';
import type { ConversationMember } from '#libs/messaging';
import { OrganizationsReader } from '#libs/organizations';

/** Who works on the projects of organizations: those who may hand something in. Read outside of transactions. */
@Injectable()
export class ProjectPeople {
  constructor(private readonly organizations: OrganizationsReader) {}

  async of(organizationIds: readonly string[]): Promise<ConversationMember[]> {
    const cards = await this.organizations.cards(organizationIds);
    const seats = await Promise.all(
      organizationIds.map(async (organizationId) => {
        const kind = cards.get(organizationId)?.kind ?? '';
        const members = await this.organizations.membersOf(organizationId);
        return members
          .filter(({ role }) => permissionsOf(kind, role).includes('project.submit'))
          .map(({ personId }) => ({ personId, organizationId }));
      }),
    );
    return seats.flat();
  }
}
