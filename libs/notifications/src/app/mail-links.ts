import { Injectable } from '@nestjs/common';
import { EmailConfirmations } from '#libs/identity';
import { InvitationLinks } from '#libs/organizations';
import { TtnConfig } from '#libs/platform/config';

/** Makes the whole address of a mail's link, at the moment somebody needs it. */
@Injectable()
export class MailLinks {
  constructor(
    private readonly config: TtnConfig,
    private readonly confirmations: EmailConfirmations,
    private readonly invitations: InvitationLinks,
  ) {}

  /** Null when the link would be worth nothing any more: the address is confirmed, the
   * invitation settled, or the time over. */
  async addressOf(mail: { template: string; personId: string | null; link: string }): Promise<string | null> {
    if (mail.template === 'person.registered' && mail.personId) {
      return this.confirmations.linkFor(mail.personId);
    }
    if (mail.template === 'invitation.sent') {
      return this.invitations.linkFor(mail.link.slice(mail.link.lastIndexOf('/') + 1));
    }
    return `${this.config.PUBLIC_URL.replace(/\/$/, '')}${mail.link}`;
  }
}
