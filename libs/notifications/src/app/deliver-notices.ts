import { Injectable } from '@nestjs/common';
import type { EventEnvelope } from '#libs/contracts';
import { newId, type Transaction } from '#libs/platform/database';
import { MailRepository, type NewMail } from '../data/mail.repository.js';
import { type NewNotice, NoticeRepository } from '../data/notice.repository.js';
import type { InboxGroup } from '../domain/inbox.js';
import { ruleOf } from '../domain/notice-rules.js';
import { type Settlement, settlementOf } from '../domain/settlements.js';
import type { Occasion } from './notice-values.js';
import { PrepareMails } from './prepare-mails.js';
import { type Recipients, ResolveRecipients } from './resolve-recipients.js';

/** What one event gives people to read. */
export interface Delivery {
  readonly notices: readonly NewNotice[];
  readonly mails: readonly NewMail[];
  /** What it answers, so that it waits no more. */
  readonly settles?: Settlement | undefined;
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
    const settles = settlementOf(event);
    if (!rule || isNobody(recipients)) return { ...NOTHING, settles };
    const occasion = { ...rule.facts(event), organizationId: recipients.organizationId };
    return {
      settles,
      notices: rule.notice ? noticesOf(event, occasion, recipients, rule.group ?? 'updates') : [],
      mails: rule.mail ? await this.prepareMails.execute(event, rule.leadsTo, occasion, recipients) : [],
    };
  }

  /** Writes what was prepared. What the same event has told before is not told again. */
  async write(tx: Transaction, { notices, mails, settles }: Delivery): Promise<void> {
    // First, so that what the same event tells of the same object stays.
    if (settles) await this.notices.settle(tx, settles);
    await this.notices.tell(tx, notices);
    for (const mail of mails) await this.mails.insert(tx, mail);
  }
}

const isNobody = ({ personIds, addresses = [] }: Recipients): boolean =>
  personIds.length + addresses.length === 0;

function noticesOf(
  event: EventEnvelope,
  occasion: Occasion,
  { personIds }: Recipients,
  group: InboxGroup,
): NewNotice[] {
  return personIds.map((personId) => ({
    ...occasion,
    id: newId(),
    eventId: event.id,
    personId,
    group,
    type: event.type,
  }));
}
