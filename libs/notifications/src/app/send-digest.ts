import { Injectable } from '@nestjs/common';
import { TtnConfig } from '#libs/platform/config';
import { Database, newId, type Transaction } from '#libs/platform/database';
import { MailRepository, type NewMail } from '../data/mail.repository.js';
import { NoticeRepository } from '../data/notice.repository.js';
import { composeDigest } from '../templates/compose-digest.js';
import { writtenLanguage } from '../templates/phrase.js';
import { DigestReader } from './digest.reader.js';
import { NoticesReader } from './notices.reader.js';

/** More rows than this are counted, not listed. */
const LISTED = 20;

interface WrittenDigest {
  readonly mail: NewMail;
  /** Of the rows as it tells them; what is told of one since has another rank. */
  readonly rankIds: readonly string[];
}

/** The mail of the day: what was held back and is still unread. Nothing is left of it when all was read. */
@Injectable()
export class SendDigest {
  constructor(
    private readonly database: Database,
    private readonly notices: NoticeRepository,
    private readonly reader: NoticesReader,
    private readonly mails: MailRepository,
    private readonly about: DigestReader,
    private readonly config: TtnConfig,
  ) {}

  /** Reads what the mail says; undefined when there is nothing to say, or nobody to say it to. */
  async prepare(personId: string, digestId: string, requestId: string): Promise<WrittenDigest | undefined> {
    const account = await this.about.account(personId);
    if (!account) return undefined;
    const waiting = await this.notices.forDigest(this.database, await this.reader.scopeOf(personId));
    if (waiting.length === 0) return undefined;
    const language = writtenLanguage(account.language);
    const written = await this.reader.written(personId, waiting.slice(0, LISTED));
    const site = this.config.PUBLIC_URL.replace(/\/$/, '');
    const composed = composeDigest(language, {
      ...{ name: account.displayName, operator: this.config.ORGANIZATION_NAME, total: waiting.length },
      items: written.map(({ text, path, count }) => ({ text, count, address: `${site}${path}` })),
    });
    const mail: NewMail = {
      ...composed,
      ...{ id: newId(), eventId: digestId, personId, language, requestId, to: account.email },
      ...{ dedupeKey: `digest:${digestId}`, messageId: `<digest.${digestId}@ttn>`, template: 'digest' },
      ...{
        link: await this.about.inboxOf(personId, waiting),
        dueAt: null,
        noticeId: null,
        typeGroup: 'digest',
        conversationId: null,
        organizationId: null,
      },
    };
    return { mail, rankIds: waiting.map(({ rankId }) => rankId) };
  }

  async write(tx: Transaction, personId: string, digest: WrittenDigest | undefined): Promise<void> {
    if (digest) await this.mails.insert(tx, digest.mail);
    await this.notices.digested(tx, personId, digest?.rankIds ?? []);
  }
}
