import { Injectable } from '@nestjs/common';
import type { DomainEventType } from '#libs/contracts';
import { AccountLinks, EmailConfirmations, type PersonAccount } from '#libs/identity';
import { InvitationLinks } from '#libs/organizations';
import { TtnConfig } from '#libs/platform/config';

interface LinkedMail {
  /** Type of the event. */
  readonly template: string;
  /** Null for an address that is nobody's account yet. */
  readonly personId: string | null;
  readonly link: string;
}

/** Makes the whole address of a mail's link, at the moment somebody needs it. */
@Injectable()
export class MailLinks {
  constructor(
    private readonly config: TtnConfig,
    private readonly confirmations: EmailConfirmations,
    private readonly links: AccountLinks,
    private readonly invitations: InvitationLinks,
  ) {}

  /** Where the mail of an event goes; null when it is not wanted any more. */
  async emailFor(event: DomainEventType, account: PersonAccount): Promise<string | null> {
    if (event === 'email-change.proof-requested') return this.links.newEmailOf(account.id);
    return account.email;
  }

  /** Null when the link would be worth nothing any more: it was used, or its time is over. */
  async addressOf({ template, personId, link }: LinkedMail): Promise<string | null> {
    if (template === 'invitation.sent')
      return this.invitations.linkFor(link.slice(link.lastIndexOf('/') + 1));
    const secret = personId === null ? undefined : await this.secretLink(template, personId);
    return secret === undefined ? `${this.config.PUBLIC_URL.replace(/\/$/, '')}${link}` : secret;
  }

  /** The link that only the mailbox may see; undefined for the mails that carry none. */
  private async secretLink(template: string, personId: string): Promise<string | null | undefined> {
    switch (template) {
      case 'person.registered':
        return this.confirmations.linkFor(personId);
      case 'password-reset.requested':
        return this.links.linkFor(personId, 'password-reset');
      case 'email-change.proof-requested':
        return this.links.linkFor(personId, 'email-change');
      default:
        return undefined;
    }
  }
}
