import { Injectable } from '@nestjs/common';
import type { Actor } from '#libs/kernel';
import { UnitOfWork } from '#libs/platform/database';
import { NoticeRepository } from '../data/notice.repository.js';
import type { InboxGroup } from '../domain/inbox.js';
import { NoticesReader, type WrittenNotice } from './notices.reader.js';

/** A person has read notices, or wants to read one again. Doing it twice changes nothing. */
@Injectable()
export class ReadNotices {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly notices: NoticeRepository,
    private readonly reader: NoticesReader,
  ) {}

  /** @throws NotFound also for somebody else's notice */
  async one(actor: Actor, id: string): Promise<WrittenNotice> {
    const scope = await this.reader.scopeOf(actor.personId);
    await this.unitOfWork.run(actor, (tx) => this.notices.markRead(tx, scope, { id }));
    return this.reader.one(actor.personId, id);
  }

  /** @throws NotFound also for somebody else's notice */
  async unread(actor: Actor, id: string): Promise<WrittenNotice> {
    const scope = await this.reader.scopeOf(actor.personId);
    await this.unitOfWork.run(actor, (tx) => this.notices.markUnread(tx, scope, id));
    return this.reader.one(actor.personId, id);
  }

  /** All open ones, or those of a part of the inbox. */
  async all(actor: Actor, group?: InboxGroup): Promise<void> {
    const scope = await this.reader.scopeOf(actor.personId);
    await this.unitOfWork.run(actor, (tx) => this.notices.markRead(tx, scope, { group: group ?? null }));
  }
}
