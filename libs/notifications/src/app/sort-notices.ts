import { Injectable } from '@nestjs/common';
import { type Actor, nextState, NotFound } from '#libs/kernel';
import { newId, type Transaction, UnitOfWork } from '#libs/platform/database';
import { defineJob, Timers } from '#libs/platform/queue';
import { NoticeRepository } from '../data/notice.repository.js';
import { isSnoozeTime, noticeTransitions } from '../domain/inbox.js';
import { SnoozeTimeWrong } from '../domain/notifications.errors.js';
import { NoticesReader, type WrittenNotice } from './notices.reader.js';

export const RETURN_NOTICE = defineJob<{ noticeId: string }>({ name: 'return-notice', queue: 'default' });

const timerKey = (id: string): string => `return-notice:${id}`;

/**
 * A person sorts the inbox: puts a row away, off until later, or back. Errors of each: request/not-found, also for
 * somebody else's, notice/wrong-state.
 */
@Injectable()
export class SortNotices {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly notices: NoticeRepository,
    private readonly reader: NoticesReader,
  ) {}

  async archive(actor: Actor, id: string): Promise<WrittenNotice> {
    return this.move(actor, id, 'archive');
  }

  async restore(actor: Actor, id: string): Promise<WrittenNotice> {
    return this.move(actor, id, 'restore');
  }

  /** It comes back by itself, unread and on top. Errors also: notice/snooze-time-wrong. */
  async snooze(actor: Actor, id: string, until: Date): Promise<WrittenNotice> {
    if (!isSnoozeTime(until, new Date())) throw new SnoozeTimeWrong();
    return this.move(actor, id, 'snooze', until);
  }

  /** What was put off until now comes back, unless the person, or an event, has moved it meanwhile. */
  async comeBack(tx: Transaction, id: string): Promise<void> {
    if (!(await this.notices.returnDue(tx, id, newId()))) return;
    tx.audit({
      ...{ action: 'notice.return', entityType: 'notice', entityId: id },
      ...{ fromState: 'snoozed', toState: 'open' },
    });
  }

  private async move(
    actor: Actor,
    id: string,
    verb: 'archive' | 'snooze' | 'restore',
    until: Date | null = null,
  ): Promise<WrittenNotice> {
    const scope = await this.reader.scopeOf(actor.personId);
    await this.unitOfWork.run(actor, async (tx) => {
      const notice = await this.notices.lock(tx, scope, id);
      if (!notice) throw new NotFound();
      const state = nextState(noticeTransitions, notice.state, verb);
      await this.notices.move(tx, id, state, until);
      if (until)
        await Timers.set(tx, RETURN_NOTICE, { key: timerKey(id), dueAt: until, payload: { noticeId: id } });
      else await Timers.drop(tx, timerKey(id));
      tx.audit({
        ...{ action: `notice.${verb}`, entityType: 'notice', entityId: id },
        ...{ fromState: notice.state, toState: state },
      });
    });
    return this.reader.one(actor.personId, id);
  }
}
