import { Injectable } from '@nestjs/common';
import type { Reads, Transaction } from '#libs/platform/database';

/** SQL of the secret addresses of calendars; the secrets themselves are not kept. */
@Injectable()
export class CalendarFeedRepository {
  async ofPerson(reads: Reads, personId: string): Promise<{ createdAt: Date } | undefined> {
    return reads.row('select created_at as "createdAt" from calendar_feed where person_id = $1', [personId]);
  }

  async owner(reads: Reads, secretHash: string): Promise<string | undefined> {
    const row = await reads.row<{ personId: string }>(
      'select person_id as "personId" from calendar_feed where secret_hash = $1',
      [secretHash],
    );
    return row?.personId;
  }

  /** In the place of the one there was. */
  async put(tx: Transaction, personId: string, secretHash: string): Promise<void> {
    await tx.execute(
      `insert into calendar_feed (person_id, secret_hash) values ($1, $2)
       on conflict (person_id) do update set secret_hash = excluded.secret_hash, created_at = now()`,
      [personId, secretHash],
    );
  }

  async delete(tx: Transaction, personId: string): Promise<boolean> {
    return (await tx.execute('delete from calendar_feed where person_id = $1', [personId])) === 1;
  }
}
