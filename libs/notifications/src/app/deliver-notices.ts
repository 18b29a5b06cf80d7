import { Injectable } from '@nestjs/common';
import type { EventEnvelope } from '#libs/contracts';
import { newId, type Transaction } from '#libs/platform/database';
import { defineJob, Timers } from '#libs/platform/queue';
import { MailRepository } from '../data/mail.repository.js';
import { type NewNotice, NoticeRepository } from '../data/notice.repository.js';
import { ruleOf } from '../domain/notice-rules.js';
import { type NotificationSettings, wants } from '../domain/settings.js';
import { type Settlement, settlementsOf } from '../domain/settlements.js';
import { typeGroupOf } from '../domain/type-groups.js';
import { PlanPushes, type PlannedPush } from './plan-pushes.js';
import { type PacedMail, PrepareMails } from './prepare-mails.js';
import { type Recipients, ResolveRecipients } from './resolve-recipients.js';
import { SettingsReader } from './settings.reader.js';

export const SEND_DIGEST = defineJob<{ personId: string }>({ name: 'send-digest', queue: 'mail' });

/** What one event gives people to read. */
export interface Delivery {
  readonly notices: readonly NewNotice[];
  readonly mails: readonly PacedMail[];
  readonly pushes: readonly PlannedPush[];
  /** What it answers, so that it waits no more. */
  readonly settles: readonly Settlement[];
}

const NOTHING = { notices: [], mails: [], pushes: [] };

/** Tells the audience of an event what they want to be told: a notice each, and a mail where its rule says so. */
@Injectable()
export class DeliverNotices {
  constructor(
    private readonly recipients: ResolveRecipients,
    private readonly settings: SettingsReader,
    private readonly prepareMails: PrepareMails,
    private readonly planPushes: PlanPushes,
    private readonly notices: NoticeRepository,
    private readonly mails: MailRepository,
  ) {}

  /** Reads the truth as it is now: who is concerned, what things are called. Writes nothing. */
  async prepare(event: EventEnvelope): Promise<Delivery> {
    const rule = ruleOf(event.type);
    const recipients = await this.recipients.execute(event);
    const settles = settlementsOf(event);
    if (!rule || isNobody(recipients)) return { ...NOTHING, settles };
    const settingsOf = await this.settings.of(recipients.personIds);
    const occasion = { ...rule.facts(event), organizationId: recipients.organizationId };
    const readers = rule.notice ? readersOf(event, recipients, settingsOf) : [];
    return {
      settles,
      notices: readers.map((personId) => ({
        ...{ ...occasion, id: newId(), eventId: event.id, personId },
        ...{ type: event.type, group: rule.group ?? 'updates' },
      })),
      pushes: await this.planPushes.execute(event, readers, settingsOf),
      mails: rule.mail ? await this.prepareMails.execute(event, occasion, recipients, settingsOf) : [],
    };
  }

  /** Writes what was prepared; answers the mails to be sent now. What the same event has told before is not told again. */
  async write(tx: Transaction, { notices, mails, pushes, settles }: Delivery): Promise<readonly PacedMail[]> {
    // First, so that what the same event tells of the same object stays.
    for (const settlement of settles) await this.notices.settle(tx, settlement);
    const told = new Map((await this.notices.tell(tx, notices)).map((row) => [row.personId, row]));
    for (const { personId, deviceId, dueAt } of pushes) {
      const noticeId = told.get(personId)?.noticeId;
      if (noticeId !== undefined) await this.planPushes.write(tx, { noticeId, deviceId }, dueAt);
    }
    const leaving: PacedMail[] = [];
    for (const mail of mails) {
      const row = told.get(mail.personId ?? '');
      if (row && mail.isHeld(row.mailed)) await this.hold(tx, row.noticeId, mail);
      else {
        await this.mails.insert(tx, { ...mail, noticeId: row?.noticeId ?? null });
        if (row) await this.notices.markMailed(tx, row.noticeId);
        leaving.push(mail);
      }
    }
    return leaving;
  }

  /** For the mail of the day, if the row is still unread then. */
  private async hold(tx: Transaction, noticeId: string, { personId, digestAt }: PacedMail): Promise<void> {
    if (personId === null || digestAt === null) return;
    await this.notices.markForDigest(tx, noticeId);
    await Timers.set(tx, SEND_DIGEST, { key: `digest:${personId}`, dueAt: digestAt, payload: { personId } });
  }
}

const isNobody = ({ personIds, addresses = [] }: Recipients): boolean =>
  personIds.length + addresses.length === 0;

/** Those who want to see it in the app. */
function readersOf(
  event: EventEnvelope,
  { personIds }: Recipients,
  settingsOf: (personId: string) => NotificationSettings,
): readonly string[] {
  const group = typeGroupOf(event.type);
  return group ? personIds.filter((id) => wants(settingsOf(id), group, 'app')) : personIds;
}
