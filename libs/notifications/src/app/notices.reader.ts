import { Injectable } from '@nestjs/common';
import { PersonsReader } from '#libs/identity';
import { NotFound } from '#libs/kernel';
import { OrganizationsReader } from '#libs/organizations';
import { Database } from '#libs/platform/database';
import { NoticeRepository, type NoticeScope } from '../data/notice.repository.js';
import { ruleOf } from '../domain/notice-rules.js';
import { type Notice, pathTo } from '../domain/notice.js';
import { phrase, WORDINGS, writtenLanguage } from '../templates/phrase.js';
import { NoticeValues } from './notice-values.js';

/** Beyond this a total says "or more". */
const TOTAL_CAP = 1000;

/** A notice as its person reads it. */
export interface WrittenNotice extends Notice {
  /** In the person's language. */
  readonly text: string;
  /** Where it leads in the web client. */
  readonly path: string;
}

/** All reads of notices. A person sees those of organizations they are still in, and personal ones. */
@Injectable()
export class NoticesReader {
  constructor(
    private readonly database: Database,
    private readonly notices: NoticeRepository,
    private readonly organizations: OrganizationsReader,
    private readonly persons: PersonsReader,
    private readonly values: NoticeValues,
  ) {}

  /** Newest first, after the one with id `after`. */
  async list(
    personId: string,
    page: { unread: boolean; after: string | undefined; limit: number },
  ): Promise<WrittenNotice[]> {
    const notices = await this.notices.slice(this.database, await this.scopeOf(personId), page);
    return this.written(personId, notices);
  }

  /** @throws NotFound also for somebody else's notice */
  async one(personId: string, id: string): Promise<WrittenNotice> {
    const notice = await this.notices.find(this.database, await this.scopeOf(personId), id);
    const [written] = notice ? await this.written(personId, [notice]) : [];
    if (!written) throw new NotFound();
    return written;
  }

  /** How many {@link list} would list, counted up to 1,000. */
  async total(personId: string, unread: boolean): Promise<{ total: number; totalCapped: boolean }> {
    const scope = await this.scopeOf(personId);
    const total = await this.notices.count(this.database, scope, unread, TOTAL_CAP + 1);
    return { total: Math.min(total, TOTAL_CAP), totalCapped: total > TOTAL_CAP };
  }

  /** Counted up to 1,000. */
  async countUnread(personId: string): Promise<number> {
    return (await this.total(personId, true)).total;
  }

  /** Whose notices count for a person now. */
  async scopeOf(personId: string): Promise<NoticeScope> {
    const memberships = await this.organizations.membershipsOf(personId);
    return { personId, organizationIds: memberships.map(({ organizationId }) => organizationId) };
  }

  private async written(personId: string, notices: readonly Notice[]): Promise<WrittenNotice[]> {
    if (notices.length === 0) return [];
    const [names, persons] = await Promise.all([this.values.read(notices), this.persons.byIds([personId])]);
    const person = persons.get(personId);
    const language = writtenLanguage(person?.language ?? 'en');
    return notices.map((notice) => {
      const message = WORDINGS[language].events[notice.type]?.notice ?? notice.type;
      const values = { ...names.valuesOf(notice, language), name: person?.displayName ?? '' };
      const path = pathTo(ruleOf(notice.type)?.leadsTo, notice, names.slugOf(notice));
      return { ...notice, text: phrase(language, message, values), path };
    });
  }
}
