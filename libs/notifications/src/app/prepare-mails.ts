import { Injectable } from '@nestjs/common';
import type { EventEnvelope } from '#libs/contracts';
import { PersonsReader } from '#libs/identity';
import { newId } from '#libs/platform/database';
import type { NewMail } from '../data/mail.repository.js';
import { type Destination, pathTo } from '../domain/notice.js';
import { composeMail } from '../templates/compose-mail.js';
import { writtenLanguage } from '../templates/phrase.js';
import { MailLinks } from './mail-links.js';
import { NoticeValues, type Occasion } from './notice-values.js';
import type { Recipients } from './resolve-recipients.js';

interface Addressee {
  /** Null for an address that is nobody's account yet. */
  readonly personId: string | null;
  readonly email: string;
  /** BCP 47. */
  readonly language: string;
  readonly name: string;
}

/** Writes the mails of an event in the language of each recipient. */
@Injectable()
export class PrepareMails {
  constructor(
    private readonly values: NoticeValues,
    private readonly persons: PersonsReader,
    private readonly links: MailLinks,
  ) {}

  async execute(
    event: EventEnvelope,
    leadsTo: Destination,
    occasion: Occasion,
    recipients: Recipients,
  ): Promise<NewMail[]> {
    const names = await this.values.read([occasion]);
    const link = pathTo(leadsTo, occasion, names.slugOf(occasion));
    const mails: NewMail[] = [];
    for (const addressee of await this.addressees(event, recipients, link)) {
      const language = writtenLanguage(addressee.language);
      const values = { ...names.valuesOf(occasion, language), name: addressee.name };
      const composed = composeMail(event.type, language, values);
      if (composed) mails.push({ ...addressed(event, addressee), ...composed, language, link });
    }
    return mails;
  }

  private async addressees(
    event: EventEnvelope,
    { personIds, addresses = [] }: Recipients,
    link: string,
  ): Promise<Addressee[]> {
    const found: Addressee[] = addresses.map((address) => ({ ...address, personId: null, name: '' }));
    for (const personId of personIds) {
      const account = await this.persons.account(personId);
      if (!account) continue;
      const email = await this.links.emailFor(event.type, account);
      // A link that was used or ran out before the mail was written needs no mail.
      if (email === null || !(await this.links.addressOf({ template: event.type, personId, link }))) continue;
      found.push({ personId, email, language: account.language, name: account.displayName });
    }
    return found;
  }
}

/** An event is told to a person once, and to one address that is nobody's. */
function addressed(event: EventEnvelope, { personId, email }: Addressee) {
  const whom = personId ?? 'address';
  return {
    id: newId(),
    eventId: event.id,
    personId,
    dedupeKey: `${event.id}:${whom}`,
    messageId: `<${event.id}.${whom}@ttn>`,
    template: event.type,
    to: email,
    requestId: event.requestId,
  };
}
