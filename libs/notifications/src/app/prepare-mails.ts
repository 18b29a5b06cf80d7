import { Injectable } from '@nestjs/common';
import type { EventEnvelope } from '#libs/contracts';
import { PersonsReader } from '#libs/identity';
import { newId } from '#libs/platform/database';
import { MailEnclosures } from '#libs/platform/mail';
import type { NewMail } from '../data/mail.repository.js';
import { pathTo } from '../domain/notice.js';
import { isUrgent, ruleOf } from '../domain/notice-rules.js';
import { nextDigest, undisturbedUntil } from '../domain/quiet-hours.js';
import { type NotificationSettings, takesDigest, wants } from '../domain/settings.js';
import { typeGroupOf } from '../domain/type-groups.js';
import { composeMail } from '../templates/compose-mail.js';
import { writtenLanguage } from '../templates/phrase.js';
import { MailAddresses } from './mail-addresses.js';
import { MailLinks } from './mail-links.js';
import { NoticeValues, type Occasion } from './notice-values.js';
import type { Recipients } from './resolve-recipients.js';
import { SettingsReader } from './settings.reader.js';

/** A mail with what its reader has said about when mail may come. */
export interface PacedMail extends Omit<NewMail, 'noticeId'> {
  /** Whether it is left to the mail of the day, given that its row is unread and was mailed already, or not. */
  readonly isHeld: (mailed: boolean) => boolean;
  /** When the mail of the day is due; null when what follows is left out altogether. */
  readonly digestAt: Date | null;
}

interface Addressee {
  /** Null for an address that is nobody's account yet. */
  readonly personId: string | null;
  readonly email: string;
  /** BCP 47. */
  readonly language: string;
  readonly name: string;
  readonly timing: Pick<PacedMail, 'dueAt' | 'isHeld' | 'digestAt'>;
}

const AT_ONCE = { dueAt: null, isHeld: () => false, digestAt: null };

type SettingsOf = (personId: string) => NotificationSettings;

/** Writes the mails of an event in the language of each recipient, for when they want it. */
@Injectable()
export class PrepareMails {
  constructor(
    private readonly values: NoticeValues,
    private readonly persons: PersonsReader,
    private readonly links: MailLinks,
    private readonly settings: SettingsReader,
    private readonly enclosures: MailEnclosures,
    private readonly addresses: MailAddresses,
  ) {}

  async execute(
    event: EventEnvelope,
    occasion: Occasion,
    recipients: Recipients,
    settingsOf: SettingsOf,
  ): Promise<PacedMail[]> {
    const names = await this.values.read([occasion]);
    const link = pathTo(ruleOf(event.type)?.leadsTo, occasion, names.slugOf(occasion));
    const typeGroup = typeGroupOf(event.type) ?? null;
    const mails: PacedMail[] = [];
    for (const addressee of await this.addressees(event, recipients, link, settingsOf)) {
      const language = writtenLanguage(addressee.language);
      const values = { ...names.valuesOf(occasion, language), name: addressee.name };
      const stops = addressee.personId === null || typeGroup === 'security' ? null : typeGroup;
      const { personId, email, name } = addressee;
      const conversationId = personId === null ? null : this.answeredIn(event, occasion);
      const composed = composeMail(event.type, language, values, stops, conversationId !== null);
      if (!composed) continue;
      const reader = personId === null ? null : { personId, email, name, language: addressee.language };
      const enclosures = reader ? await this.enclosures.of(event, reader) : [];
      mails.push({
        ...addressed(event, addressee),
        ...composed,
        ...addressee.timing,
        // The mail of the day carries no files.
        ...(enclosures.length > 0 && { isHeld: () => false }),
        conversationId,
        organizationId: personId === null ? null : occasion.organizationId,
        language,
        link,
        typeGroup,
        enclosures,
      });
    }
    return mails;
  }

  /** The conversation that answers to its mail go into; null where none are taken. */
  private answeredIn({ type }: EventEnvelope, { object, organizationId }: Occasion): string | null {
    const isTaken = (ruleOf(type)?.answerable ?? false) && organizationId !== null && this.addresses.isOpen;
    return isTaken ? object.id : null;
  }

  private async addressees(
    event: EventEnvelope,
    { personIds, addresses = [] }: Recipients,
    link: string,
    settingsOf: SettingsOf,
  ): Promise<Addressee[]> {
    const group = typeGroupOf(event.type) ?? 'security';
    const found: Addressee[] = addresses.map((address) => ({
      ...{ ...address, personId: null, name: '', timing: AT_ONCE },
    }));
    for (const personId of personIds.filter((id) => wants(settingsOf(id), group, 'mail'))) {
      const account = await this.persons.account(personId);
      if (!account) continue;
      const email = await this.links.emailFor(event.type, account);
      // A link that was used or ran out before the mail was written needs no mail.
      if (email === null || !(await this.links.addressOf({ template: event.type, personId, link }))) continue;
      if (await this.settings.isStopped(email)) continue;
      const timing = timingFor(event, settingsOf(personId), account.timeZone);
      found.push({ personId, email, language: account.language, name: account.displayName, timing });
    }
    return found;
  }
}

/** What is urgent goes at once; everything else by the pace the person has chosen, and not in quiet hours. */
function timingFor(event: EventEnvelope, settings: NotificationSettings, zone: string): Addressee['timing'] {
  if (isUrgent(event.type)) return AT_ONCE;
  const now = new Date();
  const ready = new Date(now.getTime() + (ruleOf(event.type)?.mailAfter ?? 0) * 1_000);
  const until = undisturbedUntil(settings, zone, ready);
  const { pace } = settings;
  return {
    dueAt: until > now ? until : null,
    isHeld: (mailed) => pace === 'digest' || (mailed && pace !== 'each' && !isReminder(event)),
    digestAt: takesDigest(settings) ? nextDigest(settings, zone, now) : null,
  };
}

/** A reminder is about what was not read, and is meant to be. */
const isReminder = ({ type }: EventEnvelope): boolean => type.endsWith('.reminded');

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
