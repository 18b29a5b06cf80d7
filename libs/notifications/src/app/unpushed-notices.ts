import { Injectable } from '@nestjs/common';
import { Database } from '#libs/platform/database';
import { NoticeRepository } from '../data/notice.repository.js';
import { NoticesReader } from './notices.reader.js';

/** What open sockets are told of an inbox: how many rows are unread and, of a new one, its id. */
export interface NoticePush {
  readonly personId: string;
  /** Null when nothing is new: something was read, put off or put away, on whatever device. */
  readonly noticeId: string | null;
  readonly unread: number;
}

const AT_ONCE = 100;

/** Changes of inboxes that no process has pushed to open sockets yet. */
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
    const pushes: NoticePush[] = [];
    for (const personId of new Set(taken.map((notice) => notice.personId))) {
      const unread = await this.reader.countUnread(personId);
      const own = taken.filter((notice) => notice.personId === personId);
      const added = own.filter(({ what }) => what === 'added');
      pushes.push(...added.map(({ id }) => ({ personId, noticeId: id, unread })));
      if (added.length === 0) pushes.push({ personId, noticeId: null, unread });
    }
    return pushes;
  }
}
