import { Injectable } from '@nestjs/common';
import type { Reads } from '#libs/platform/database';

@Injectable()
export class OpenLineRepository {
  /** Notes that these persons are here now, and forgets who was not for `forgetAfter` seconds. */
  async note(reads: Reads, personIds: readonly string[], forgetAfter: number): Promise<void> {
    await reads.rows(NOTE, [personIds]);
    await reads.rows(`delete from open_line where seen_at < now() - $1 * interval '1 second'`, [forgetAfter]);
  }

  /** Who was noted within `seconds`. */
  async here(reads: Reads, seconds: number): Promise<string[]> {
    const rows = await reads.rows<{ personId: string }>(
      `select person_id as "personId" from open_line where seen_at > now() - $1 * interval '1 second'`,
      [seconds],
    );
    return rows.map(({ personId }) => personId);
  }
}

/** In one order, so that two processes that note the same people never wait for each other in a circle. */
const NOTE = `
  insert into open_line (person_id)
  select p.id from person p where p.id = any($1::uuid[]) and p.erased_at is null order by p.id
  on conflict (person_id) do update set seen_at = now()`;
