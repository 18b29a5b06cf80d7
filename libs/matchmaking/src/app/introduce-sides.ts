import { Injectable } from '@nestjs/common';
import { actingOrganization, WrongState } from '#libs/kernel';
import { type ConversationMember, OpenConversation } from '#libs/messaging';
import { OrganizationsReader } from '#libs/organizations';
import type { Transaction } from '#libs/platform/database';
import type { Interest } from '../domain/interest.js';

/** Opens the conversation of who accepts an interest with who speaks for the organization that showed it. */
@Injectable()
export class IntroduceSides {
  constructor(
    private readonly organizations: OrganizationsReader,
    private readonly openConversation: OpenConversation,
  ) {}

  /**
   * Answers the id of the conversation, which has the text of the interest at its head.
   *
   * @throws WrongState 409 when the organization has nobody left
   */
  async execute(tx: Transaction, interest: Interest): Promise<string> {
    const { matchId, fromOrganizationId, message, language } = interest;
    return this.openConversation.execute(tx, {
      about: { type: 'match', id: matchId },
      participants: [
        await this.speakerOf(tx, interest),
        { personId: tx.actor.personId, organizationId: actingOrganization(tx.actor).id },
      ],
      facts: [{ code: 'interest.message', text: message, language, organizationId: fromOrganizationId }],
    });
  }

  /** Who wrote it; when they have left since, its first owner or else its first member. */
  private async speakerOf(
    tx: Transaction,
    { fromOrganizationId, fromPersonId, state }: Interest,
  ): Promise<ConversationMember> {
    const members = await this.organizations.membersOf(fromOrganizationId, tx);
    const speaker =
      members.find(({ personId }) => personId === fromPersonId) ??
      members.find(({ role }) => role === 'owner') ??
      members[0];
    if (!speaker) throw new WrongState('interest', 'accept', state);
    return { personId: speaker.personId, organizationId: fromOrganizationId };
  }
}
