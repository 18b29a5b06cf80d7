import { Injectable } from '@nestjs/common';
import type { EventEnvelope } from '#libs/contracts';
import { newId, type Transaction } from '#libs/platform/database';
import { MailRepository, type NewMail } from '../data/mail.repository.js';
import { type NewNotice, NoticeRepository } from '../data/notice.repository.js';
import { ruleOf } from '../domain/notice-rules.js';
import type { Occasion } from './notice-values.js';
import { PrepareMails } from './prepare-mails.js';
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
    private readonly prepareMails: PrepareMails,
    private readonly notices: NoticeRepository,
    private readonly mails: MailRepository,
  ) {}

  /** Reads the truth as it is now: who is concerned, what things are called. Writes nothing. */
  async prepare(event: EventEnvelope): Promise<Delivery> {
    const rule = ruleOf(event.type);
    const recipients = await this.recipients.execute(event);
    if (!rule || isNobody(recipients)) return NOTHING;
    const occasion = { ...rule.facts(event), organizationId: recipients.organizationId };
    return {
      notices: rule.notice ? noticesOf(event, occasion, recipients) : [],
      mails: rule.mail ? await this.prepareMails.execute(event, rule.leadsTo, occasion, recipients) : [],
    };
  }

  /** Writes what was prepared. What the same event has told before is not told again. */
  async write(tx: Transaction, { notices, mails }: Delivery): Promise<void> {
    await this.notices.insert(tx, notices);
    for (const mail of mails) await this.mails.insert(tx, mail);
  }
}

const isNobody = ({ personIds, addresses = [] }: Recipients): boolean =>
  personIds.length + addresses.length === 0;

function noticesOf(event: EventEnvelope, occasion: Occasion, { personIds }: Recipients): NewNotice[] {
  return personIds.map((personId) => ({
    ...occasion,
    id: newId(),
    eventId: event.id,
    personId,
    type: event.type,
  }));
}
