import { Injectable } from '@nestjs/common';
import type { EventEnvelope } from '#libs/contracts';
import { EmailConfirmations, type PersonAccount, PersonsReader } from '#libs/identity';
import { newId, type Transaction } from '#libs/platform/database';
import { MailRepository, type NewMail } from '../data/mail.repository.js';
import { type NewNotice, NoticeRepository } from '../data/notice.repository.js';
import { ruleOf } from '../domain/notice-rules.js';
import { type Destination, pathTo } from '../domain/notice.js';
import { composeMail } from '../templates/compose-mail.js';
import { writtenLanguage } from '../templates/phrase.js';
import { NoticeValues, type Occasion } from './notice-values.js';
import { type Recipients, ResolveRecipients } from './resolve-recipients.js';

/** What one event gives people to read. */
export interface Delivery {
  readonly notices: readonly NewNotice[];
  readonly mails: readonly NewMail[];
}

const NOTHING: Delivery = { notices: [], mails: [] };

/** Tells the audience of an event: a notice each, and a mail where its rule says so. */
@Injectable()
export class DeliverNotices {
  constructor(
    private readonly recipients: ResolveRecipients,
    private readonly values: NoticeValues,
    private readonly persons: PersonsReader,
    private readonly confirmations: EmailConfirmations,
    private readonly notices: NoticeRepository,
    private readonly mails: MailRepository,
  ) {}

  /** Reads the truth as it is now: who is concerned, what things are called. Writes nothing. */
  async prepare(event: EventEnvelope): Promise<Delivery> {
    const rule = ruleOf(event.type);
    const recipients = await this.recipients.execute(event);
    if (!rule || recipients.personIds.length === 0) return NOTHING;
    const occasion = { ...rule.facts(event), organizationId: recipients.organizationId };
    return {
      notices: rule.notice ? noticesOf(event, occasion, recipients) : [],
      mails: rule.mail ? await this.mailsOf(event, rule.leadsTo, occasion, recipients) : [],
    };
  }

  /** Writes what was prepared. What the same event has told before is not told again. */
  async write(tx: Transaction, { notices, mails }: Delivery): Promise<void> {
    await this.notices.insert(tx, notices);
    for (const mail of mails) await this.mails.insert(tx, mail);
  }

  private async mailsOf(
    event: EventEnvelope,
    leadsTo: Destination,
    occasion: Occasion,
    { personIds }: Recipients,
  ): Promise<NewMail[]> {
    const names = await this.values.read([occasion]);
    const link = pathTo(leadsTo, occasion, names.slugOf(occasion));
    const mails: NewMail[] = [];
    for (const personId of personIds) {
      const account = await this.persons.account(personId);
      if (!account || !(await this.isWorthMailing(event, personId))) continue;
      const language = writtenLanguage(account.language);
      const values = { ...names.valuesOf(occasion, language), name: account.displayName };
      const composed = composeMail(event.type, language, values);
      if (composed) mails.push({ ...addressed(event, account), ...composed, language, link });
    }
    return mails;
  }

  /** A confirmation that was used or ran out before the mail was written needs no mail. */
  private async isWorthMailing(event: EventEnvelope, personId: string): Promise<boolean> {
    return event.type !== 'person.registered' || (await this.confirmations.linkFor(personId)) !== null;
  }
}

function noticesOf(event: EventEnvelope, occasion: Occasion, { personIds }: Recipients): NewNotice[] {
  return personIds.map((personId) => ({
    ...occasion,
    id: newId(),
    eventId: event.id,
    personId,
    type: event.type,
  }));
}

function addressed(event: EventEnvelope, account: PersonAccount) {
  return {
    id: newId(),
    eventId: event.id,
    personId: account.id,
    dedupeKey: `${event.id}:${account.id}`,
    messageId: `<${event.id}.${account.id}@ttn>`,
    template: event.type,
    to: account.email,
    requestId: event.requestId,
  };
}
