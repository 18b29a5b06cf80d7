import { Injectable } from '@nestjs/common';
import type { Actor } from '#libs/kernel';
import { UnitOfWork } from '#libs/platform/database';
import { NoticeRepository } from '../data/notice.repository.js';
import { NoticesReader, type WrittenNotice } from './notices.reader.js';

/** A person has read notices. Reading again changes nothing. */
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
    await this.unitOfWork.run(actor, (tx) => this.notices.markRead(tx, scope, id));
    return this.reader.one(actor.personId, id);
  }

  async all(actor: Actor): Promise<void> {
    const scope = await this.reader.scopeOf(actor.personId);
    await this.unitOfWork.run(actor, (tx) => this.notices.markRead(tx, scope, null));
  }
}
