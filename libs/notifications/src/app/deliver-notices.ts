import { Injectable } from '@nestjs/common';
import type { EventEnvelope } from '#libs/contracts';
import { newId, type Transaction } from '#libs/platform/database';
import { defineJob, Timers } from '#libs/platform/queue';
import { MailRepository } from '../data/mail.repository.js';
import { NoticeAnswers } from '../data/notice-answers.js';
import { type NewNotice, NoticeRepository } from '../data/notice.repository.js';
import { ruleOf } from '../domain/notice-rules.js';
import { type NotificationSettings, wants } from '../domain/settings.js';
import { momentOf } from '../domain/moment.js';
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
  /** When it happened. */
  readonly moment: string;
  /** What it asks of its readers; null where it only tells. */
  readonly question: Question | null;
}

interface Question {
  readonly type: string;
  readonly objectId: string;
  /** Who is asked. */
  readonly organizationId: string | null;
}

const NOTHING = { notices: [], mails: [], pushes: [], question: null };

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
    const [settles, moment] = [settlementsOf(event), momentOf(event)];
    if (!rule || isNobody(recipients)) return { ...NOTHING, settles, moment };
    const settingsOf = await this.settings.of(recipients.personIds);
    const occasion = { ...rule.facts(event), organizationId: recipients.organizationId };
    const readers = rule.notice ? readersOf(event, recipients, settingsOf) : [];
    const { organizationId, object } = occasion;
    return {
      ...{ settles, moment },
      question: rule.group === 'waiting' ? { type: event.type, objectId: object.id, organizationId } : null,
      notices: readers.map((personId) => ({
        ...{ ...occasion, id: newId(), eventId: event.id, personId },
        ...{ type: event.type, group: rule.group ?? 'updates', moment },
      })),
      pushes: await this.planPushes.execute(event, readers, settingsOf),
      mails: rule.mail ? await this.prepareMails.execute(event, occasion, recipients, settingsOf) : [],
    };
  }

  /** Writes what was prepared; answers the mails to be sent now. What the same event has told before is not told again. */
  async write(tx: Transaction, delivery: Delivery): Promise<readonly PacedMail[]> {
    await this.settle(tx, delivery);
    const isAnswered = await this.answered(tx, delivery);
    const notices = delivery.notices.filter(({ personId }) => !isAnswered(personId));
    const mails = delivery.mails.filter(({ personId }) => !isAnswered(personId));
    const { pushes } = delivery;
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

  /** Ends what waits for this very event, also where it is yet to be told. */
  private async settle(tx: Transaction, { settles, question, moment }: Delivery): Promise<void> {
    const objects = settles.map(({ objectId }) => objectId);
    await NoticeAnswers.lock(tx, question ? [...objects, question.objectId] : objects);
    for (const settlement of settles) {
      await this.notices.settle(tx, settlement, moment);
      await NoticeAnswers.keep(tx, settlement, moment);
    }
  }

  /** Of whom nothing is asked any more: the answer was worked before its question. */
  private async answered(
    tx: Transaction,
    { question, moment }: Delivery,
  ): Promise<(personId: string | null) => boolean> {
    if (!question) return () => false;
    const by = await NoticeAnswers.answeredBy(tx, { ...question, moment });
    const isOver = [question.objectId, question.organizationId].some((id) => id !== null && by.has(id));
    return (personId) => isOver || (personId !== null && by.has(personId));
  }

  /** For the mail of the day, if the row is still unread then. */
  private async hold(tx: Transaction, noticeId: string, { personId, digestAt }: PacedMail): Promise<void> {
    if (personId === null || digestAt === null) return;
    await this.notices.markForDigest(tx, noticeId);
    const timer = { key: `digest:${personId}`, dueAt: digestAt, payload: { personId } };
    // What comes every morning between its hour and the end of quiet hours would put it off for ever.
    await Timers.setNoLaterThan(tx, SEND_DIGEST, timer);
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
