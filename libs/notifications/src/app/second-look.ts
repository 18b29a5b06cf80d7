import { Injectable } from '@nestjs/common';
import { foldEmail, PersonsReader } from '#libs/identity';
import type { OutgoingMail } from '#libs/platform/mail';
import type { ClaimedMail } from '../domain/mail.js';
import { MailEnvelopes } from './mail-envelopes.js';
import { NoticesReader } from './notices.reader.js';
import { SettingsReader } from './settings.reader.js';
import { STOP_SCOPES, wantsMail } from './stop-links.js';

type Look =
  | { readonly envelope: OutgoingMail }
  | { readonly envelope: null; readonly verb: 'drop' | 'give-up'; readonly reason: string };

/**
 * Whether a mail still holds when it leaves. It may have waited for days, and holds to what the inbox holds to: the
 * person's seat, and what they want to be told. What guards an account goes where it was meant to go.
 */
@Injectable()
export class SecondLook {
  constructor(
    private readonly persons: PersonsReader,
    private readonly settings: SettingsReader,
    private readonly notices: NoticesReader,
    private readonly envelopes: MailEnvelopes,
  ) {}

  /** The mail as it leaves; or how it ends without. */
  async at(mail: ClaimedMail): Promise<Look> {
    const needless = await this.reasonAgainst(mail);
    if (needless !== null) return { envelope: null, verb: 'drop', reason: needless };
    const envelope = await this.envelopes.seal(mail);
    if (envelope !== null) return { envelope };
    return { envelope, verb: 'give-up', reason: 'The link is void: confirmed meanwhile, or too late.' };
  }

  /** Null when it is to be sent. */
  private async reasonAgainst({
    isRead,
    personId,
    typeGroup,
    to,
    organizationId,
  }: ClaimedMail): Promise<string | null> {
    if (isRead) return 'Read in the app meanwhile.';
    const scope = STOP_SCOPES.find((each) => each === typeGroup);
    if (personId === null || !scope) return null;
    const account = await this.persons.account(personId);
    if (!account || foldEmail(account.email) !== foldEmail(to)) return 'The account has another address now.';
    const settings = (await this.settings.of([personId]))(personId);
    if (!wantsMail(settings, scope)) return 'Switched off meanwhile.';
    if (organizationId === null) return null;
    const { organizationIds } = await this.notices.scopeOf(personId);
    return organizationIds.includes(organizationId) ? null : 'Its reader has left the organization.';
  }
}
