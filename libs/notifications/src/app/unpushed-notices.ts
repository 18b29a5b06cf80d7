import { Injectable } from '@nestjs/common';
import { Database } from '#libs/platform/database';
import { NoticeRepository } from '../data/notice.repository.js';
import { NoticesReader } from './notices.reader.js';

/** What open sockets are told of a notice: its id, and how many the person has not read. */
export interface NoticePush {
  readonly personId: string;
  readonly noticeId: string;
  readonly unread: number;
}

const AT_ONCE = 100;

/** Notices that no process has pushed to open sockets yet. */
@Injectable()
export class UnpushedNotices {
  constructor(
    private readonly database: Database,
    private readonly notices: NoticeRepository,
    private readonly reader: NoticesReader,
  ) {}

  /** Takes some of them, each for this caller alone, whatever other processes do; empty when there are none. */
  async take(): Promise<NoticePush[]> {
    const taken = await this.notices.takeUnpushed(this.database, AT_ONCE);
    const unread = new Map<string, number>();
    for (const personId of new Set(taken.map((notice) => notice.personId)))
      unread.set(personId, await this.reader.countUnread(personId));
    return taken.map(({ id, personId }) => ({ noticeId: id, personId, unread: unread.get(personId) ?? 0 }));
  }
}
