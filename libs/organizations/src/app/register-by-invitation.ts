import { Injectable } from '@nestjs/common';
import { Passwords, ProvenAddresses } from '#libs/identity';
import { systemActor } from '#libs/kernel';
import { UnitOfWork } from '#libs/platform/database';
import { InvitationsReader } from './invitations.reader.js';
import { InvitationDesk } from './invitation-desk.js';

export interface InvitedPerson {
  /** Of the newest mail. */
  readonly token: string;
  readonly password: string;
  readonly displayName: string;
  /** BCP 47; default: the language of the invitation. */
  readonly language?: string;
  /** IANA time zone. */
  readonly timeZone: string;
}

/**
 * Somebody without an account follows the link: the mail has proved the address, so the account is confirmed at
 * once and has the seat. Errors: invitation/invalid, invitation/expired, account/email-taken, auth/busy.
 */
@Injectable()
export class RegisterByInvitation {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly invitations: InvitationsReader,
    private readonly desk: InvitationDesk,
    private readonly addresses: ProvenAddresses,
    private readonly passwords: Passwords,
  ) {}

  async execute(
    requestId: string,
    person: InvitedPerson,
  ): Promise<{ email: string; organizationId: string }> {
    await this.invitations.byToken(person.token);
    const passwordHash = await this.passwords.hash(person.password);
    return this.unitOfWork.run(systemActor(requestId), async (tx) => {
      const { id } = await this.invitations.byToken(person.token, tx);
      await this.desk.lock(tx, id);
      // Read again under the lock: it may have been used or withdrawn meanwhile.
      const { email, ...invitation } = await this.invitations.byToken(person.token, tx);
      const { language = invitation.language, displayName, timeZone } = person;
      const { personId } = await this.addresses.register(tx, {
        email,
        passwordHash,
        displayName,
        language,
        timeZone,
      });
      await this.desk.seat(tx, { ...invitation, email }, personId);
      return { email, organizationId: invitation.organizationId };
    });
  }
}
