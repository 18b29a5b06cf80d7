import { Injectable } from '@nestjs/common';
import { EmailConfirmations } from '#libs/identity';
import { TtnConfig } from '#libs/platform/config';

/** Makes the whole address of a mail's link, at the moment somebody needs it. */
@Injectable()
export class MailLinks {
  constructor(
    private readonly config: TtnConfig,
    private readonly confirmations: EmailConfirmations,
  ) {}

  /** Null when the link would be worth nothing any more: the address is confirmed, or its time is over. */
  async addressOf(mail: { template: string; personId: string; link: string }): Promise<string | null> {
    if (mail.template === 'person.registered') return this.confirmations.linkFor(mail.personId);
    return `${this.config.PUBLIC_URL.replace(/\/$/, '')}${mail.link}`;
  }
}
