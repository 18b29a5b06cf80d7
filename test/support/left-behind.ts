import type { RawAnswer } from './raw-http.js';
import type { TestDatabase } from './test-database.js';

type Rows = Pick<TestDatabase, 'query'>;

/** Rows of every table that only requests write. */
export async function rowCounts(database: Rows): Promise<Record<string, number>> {
  const tables = `proposal proposal_version opportunity consulting_request interest conversation message
    match_dismissal membership organization profile person account idempotency_record`;
  const counts = tables.split(/\s+/).map((table) => `(select count(*)::int from ${table}) as ${table}`);
  const [row] = await database.query<Record<string, number>>(`select ${counts.join(', ')}`);
  return row ?? {};
}

/** What requests put on record and announced; the work that goes on beside them has other numbers. */
export function tracesOf(database: Rows, answers: readonly RawAnswer[]): Promise<object[]> {
  return database.query(
    `select 'audit_entry' as of, action as what from audit_entry where request_id = any($1)
     union all select 'outbox_event', type from outbox_event where request_id = any($1)`,
    [answers.map(({ headers }) => headers['x-request-id'])],
  );
}
