import { Injectable } from '@nestjs/common';
import { TtnConfig } from '#libs/platform/config';
import type { OutgoingMail } from '#libs/platform/mail';
import type { CapturedMail, ClaimedMail } from '../domain/mail.js';
import { type ComposedMail, withAddresses } from '../templates/compose-mail.js';
import { MailAddresses } from './mail-addresses.js';
import { MailLinks } from './mail-links.js';
import { STOP_SCOPES, StopLinks } from './stop-links.js';

/** Makes of a stored mail the one that leaves: with the addresses of its links, which no table holds. */
@Injectable()
export class MailEnvelopes {
  constructor(
    private readonly links: MailLinks,
    private readonly stopLinks: StopLinks,
    private readonly addresses: MailAddresses,
    private readonly config: TtnConfig,
  ) {}

  /** Null when its link would be worth nothing any more. */
  async seal(mail: ClaimedMail): Promise<OutgoingMail | null> {
    const address = await this.links.addressOf(mail);
    if (address === null) return null;
    const stop = this.stopAddress(mail);
    return {
      ...withAddresses(mail, { action: address, stop }),
      ...{ messageId: mail.messageId, from: this.config.MAIL_FROM, to: mail.to },
      enclosures: mail.enclosures,
      ...this.returnsOf(mail),
      headers: {
        'X-TTN-Request': mail.requestId,
        'Auto-Submitted': 'auto-generated',
        'Content-Language': mail.language,
        ...(stop && {
          'List-Unsubscribe': `<${stop}>`,
          'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
        }),
      },
    };
  }

  /** The texts as they would have arrived; with the screen behind a link that is void. */
  async open(mail: CapturedMail): Promise<ComposedMail> {
    const address = (await this.links.addressOf(mail)) ?? `${this.config.PUBLIC_URL}${mail.link}`;
    return withAddresses(mail, { action: address, stop: this.stopAddress(mail) });
  }

  /** Where answers and reports of this mail go. */
  private returnsOf({ id, conversationId }: ClaimedMail): Pick<OutgoingMail, 'replyTo' | 'returnPath'> {
    const returnPath = this.addresses.of('bounce', id);
    const replyTo = conversationId === null ? null : this.addresses.of('reply', id);
    return { ...(returnPath !== null && { returnPath }), ...(replyTo !== null && { replyTo }) };
  }

  private stopAddress({ personId, typeGroup }: Pick<ClaimedMail, 'personId' | 'typeGroup'>): string | null {
    const scope = STOP_SCOPES.find((each) => each === typeGroup);
    return personId !== null && scope ? this.stopLinks.addressFor(personId, scope) : null;
  }
}
