import { Injectable } from '@nestjs/common';
import { UnreadMessages, type UnreadSeat } from '#libs/messaging';
import { Database, type Transaction } from '#libs/platform/database';
import { UnreadNoticeRepository } from '../data/unread-notice.repository.js';
import { UNREAD_TELLING } from '../domain/unread-telling.js';
import { OpenLines } from './open-lines.js';

/** Seats told in one round; the next round goes on. */
const AT_ONCE = 200;
/** Rows of inboxes looked at in one query. */
const SLICE = 500;

/**
 * Tells people of messages that wait while they are away, once for all that gathers until they read, and puts the
 * row of the inbox away when they have read. No work is done for a message itself.
 */
@Injectable()
export class TellUnread {
  constructor(
    private readonly database: Database,
    private readonly unread: UnreadMessages,
    private readonly lines: OpenLines,
    private readonly notices: UnreadNoticeRepository,
  ) {}

  /** Reads who is to be told, and which rows of inboxes say what is not so any more. */
  async prepare(): Promise<{ seats: UnreadSeat[]; settledIds: string[] }> {
    const seats = await this.unread.due(UNREAD_TELLING, await this.lines.here(), AT_ONCE);
    return { seats, settledIds: await this.settledRows() };
  }

  async write(tx: Transaction, { seats, settledIds }: Awaited<ReturnType<TellUnread['prepare']>>) {
    if (settledIds.length > 0) await this.notices.putAway(tx, settledIds);
    for (const seat of seats) if (await this.unread.markTold(tx, seat)) announce(tx, seat);
  }

  private async settledRows(): Promise<string[]> {
    const found: string[] = [];
    for (let after: string | null = null, more = true; more;) {
      const rows = await this.notices.slice(this.database, after, SLICE);
      found.push(...(await this.unread.settled(rows)).map(({ id }) => id));
      after = rows.at(-1)?.id ?? null;
      more = rows.length === SLICE;
    }
    return found;
  }
}

function announce(tx: Transaction, seat: UnreadSeat): void {
  const { conversationId, personId, organizationId, lastSeq, fromOrganizationId } = seat;
  tx.emit(
    'message.left-unread',
    {
      ...{ aggregateType: 'conversation', aggregateId: conversationId, seq: lastSeq },
      organizationId: fromOrganizationId,
    },
    { toPersonId: personId, toOrganizationId: organizationId, seq: lastSeq },
  );
}
