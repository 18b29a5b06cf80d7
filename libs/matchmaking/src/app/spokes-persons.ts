import { Injectable } from '@nestjs/common';
import { WrongState } from '#libs/kernel';
import type { ConversationMember } from '#libs/messaging';
import { OrganizationsReader } from '#libs/organizations';
import type { Interest } from '../domain/interest.js';

/** Who speaks for the organization that showed an interest. */
@Injectable()
export class SpokesPersons {
  constructor(private readonly organizations: OrganizationsReader) {}

  /**
   * Who wrote it; when they have left since, its first owner or else its first member.
   *
   * @throws WrongState 409 when the organization has nobody left
   */
  async of({ fromOrganizationId, fromPersonId, state }: Interest): Promise<ConversationMember> {
    const members = await this.organizations.membersOf(fromOrganizationId);
    const speaker =
      members.find(({ personId }) => personId === fromPersonId) ??
      members.find(({ role }) => role === 'owner') ??
      members[0];
    if (!speaker) throw new WrongState('interest', 'accept', state);
    return { personId: speaker.personId, organizationId: fromOrganizationId };
  }
}
