import { Injectable } from '@nestjs/common';
import { foldEmail, PersonsReader } from '#libs/identity';
import { type Actor, NotFound } from '#libs/kernel';
import { type Transaction, UnitOfWork } from '#libs/platform/database';
import type { Invitation } from '../domain/invitation.js';
import { InvitationDesk } from './invitation-desk.js';

/**
 * A signed-in person answers an invitation to the address of their own confirmed account; anybody else's is not
 * there. Errors: request/not-found, invitation/wrong-state, invitation/expired, organization/already-a-member.
 */
@Injectable()
export class AnswerInvitation {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly desk: InvitationDesk,
    private readonly persons: PersonsReader,
  ) {}

  /** Answers the organization in which there is a seat now. */
  async accept(actor: Actor, id: string): Promise<{ organizationId: string }> {
    const emailFolded = await this.addressOf(actor);
    return this.unitOfWork.run(actor, async (tx) => {
      const invitation = await this.own(tx, emailFolded, id);
      await this.desk.seat(tx, invitation, actor.personId);
      return { organizationId: invitation.organizationId };
    });
  }

  async decline(actor: Actor, id: string): Promise<void> {
    const emailFolded = await this.addressOf(actor);
    await this.unitOfWork.run(actor, async (tx) => {
      await this.desk.settle(tx, await this.own(tx, emailFolded, id), 'decline');
    });
  }

  /** Read before the transaction begins: one that waits for a second connection may wait for ever. */
  private async addressOf({ personId }: Actor): Promise<string | undefined> {
    const account = await this.persons.account(personId);
    return account && foldEmail(account.email);
  }

  private async own(tx: Transaction, emailFolded: string | undefined, id: string): Promise<Invitation> {
    const invitation = await this.desk.lock(tx, id);
    if (invitation.emailFolded !== emailFolded) throw new NotFound();
    return invitation;
  }
}
