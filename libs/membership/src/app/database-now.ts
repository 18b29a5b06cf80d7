import type { Transaction } from '#libs/platform/database';

/** The time of the transaction, by the clock that decides what is over. */
export async function databaseNow(tx: Transaction): Promise<Date> {
  const row = await tx.row<{ now: Date }>('select now() as now');
  if (!row) throw new Error('The database does not know the time.');
  return row.now;
}
