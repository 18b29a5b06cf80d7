import { Injectable } from '@nestjs/common';
import { PersonsReader } from '#libs/identity';
import { NotFound } from '#libs/kernel';
import { OrganizationsReader } from '#libs/organizations';
import { Database } from '#libs/platform/database';
import { type NoticeFilter, NoticeRepository, type NoticeScope } from '../data/notice.repository.js';
import { type GroupCount, INBOX_GROUPS } from '../domain/inbox.js';
import { ruleOf } from '../domain/notice-rules.js';
import { type Notice, pathTo } from '../domain/notice.js';
import { phrase, WORDINGS, writtenLanguage } from '../templates/phrase.js';
import { NoticeValues } from './notice-values.js';

/** Beyond this a total says "or more". */
const TOTAL_CAP = 1000;

/** A row of the inbox as its person reads it. */
export interface WrittenNotice extends Notice {
  /** Of the last event, in the person's language. */
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

  /** Newest first, after the one of rank `after`. */
  async list(
    personId: string,
    filter: NoticeFilter,
    page: { after: string | undefined; limit: number },
  ): Promise<WrittenNotice[]> {
    const notices = await this.notices.slice(this.database, await this.scopeOf(personId), filter, page);
    return this.written(personId, notices);
  }

  /** Undefined also for somebody else's notice. */
  async find(personId: string, id: string): Promise<WrittenNotice | undefined> {
    const notice = await this.notices.find(this.database, await this.scopeOf(personId), id);
    return notice && (await this.written(personId, [notice]))[0];
  }

  /** @throws NotFound also for somebody else's notice */
  async one(personId: string, id: string): Promise<WrittenNotice> {
    const written = await this.find(personId, id);
    if (!written) throw new NotFound();
    return written;
  }

  /** How many {@link list} would list, counted up to 1,000. */
  async total(personId: string, filter: NoticeFilter): Promise<{ total: number; totalCapped: boolean }> {
    const scope = await this.scopeOf(personId);
    const total = await this.notices.count(this.database, scope, filter, TOTAL_CAP + 1);
    return { total: Math.min(total, TOTAL_CAP), totalCapped: total > TOTAL_CAP };
  }

  /** Open rows that were not read, counted up to 1,000. */
  async countUnread(personId: string): Promise<number> {
    return (await this.total(personId, { state: 'open', unread: true })).total;
  }

  /** What stands in every part of the inbox, in its order. */
  async countGroups(personId: string): Promise<GroupCount[]> {
    const counted = await this.notices.countGroups(this.database, await this.scopeOf(personId));
    return INBOX_GROUPS.map(
      (group) => counted.find((one) => one.group === group) ?? { group, open: 0, unread: 0 },
    );
  }

  /** Whose notices count for a person now. */
  async scopeOf(personId: string): Promise<NoticeScope> {
    const memberships = await this.organizations.membershipsOf(personId);
    return { personId, organizationIds: memberships.map(({ organizationId }) => organizationId) };
  }

  /** What rows say to their person. */
  async written(personId: string, notices: readonly Notice[]): Promise<WrittenNotice[]> {
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
