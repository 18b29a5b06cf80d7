import { Injectable } from '@nestjs/common';
import type { Reads, Transaction } from '#libs/platform/database';
import type { DirectoryEntry } from '../domain/entry.js';

/** A search whose owner has not been told of some hits yet. */
export interface UntoldSearch {
  readonly id: string;
  readonly personId: string;
  readonly organizationId: string;
  readonly version: number;
}

/** What saved searches have found since they were saved. */
@Injectable()
export class SavedSearchHitRepository {
  /**
   * Notes the searches that an entry fits now and did not fit as its row still stands. Called before the row is
   * written; each search meets an entry once.
   */
  async add(tx: Transaction, entry: DirectoryEntry): Promise<void> {
    await tx.execute(ADD, [
      entry.id,
      entry.lexemes,
      entry.organizationId,
      entry.lon,
      entry.lat,
    ]);
  }

  /** Searches with hits to tell now: those that are told at once, or those told daily whose day is over. */
  async untold(reads: Reads, alert: 'daily' | 'at-once', limit: number): Promise<UntoldSearch[]> {
    return reads.rows<UntoldSearch>(UNTOLD, [alert, limit]);
  }

  /** Marks the untold hits of a search as told, those that can still be seen; answers how many. */
  async tell(tx: Transaction, savedSearchId: string): Promise<number> {
    await tx.execute(DROP_HIDDEN, [savedSearchId]);
    return tx.execute(TELL, [savedSearchId]);
  }
}

const ADD = `
  insert into saved_search_hit (saved_search_id, entry_id)
  select s.id, $1 from saved_search s
    cross join lateral (select string_to_array(s.query ->> 'area', ',')::float8[] as edges) area
    left join (select l.lexemes from directory_entry e join directory_lexeme l using (ord) where e.id = $1) was on true
  where s.alert <> 'off' and s.removed_at is null and s.organization_id <> $3::uuid
    and array_to_tsvector($2::text[]) @@ s.expression::tsquery
    and (area.edges is null
      or ($4::float8 between area.edges[1] and area.edges[3] and $5::float8 between area.edges[2] and area.edges[4]))
    and not coalesce(was.lexemes @@ s.expression::tsquery, false)
  order by s.id
  on conflict (saved_search_id, entry_id) do nothing`;

const UNTOLD = `
  select s.id, s.person_id as "personId", s.organization_id as "organizationId", s.version
  from saved_search s
  where s.alert = $1 and s.removed_at is null and exists (
    select 1 from saved_search_hit h where h.saved_search_id = s.id and h.told_at is null
      and ($1 = 'at-once' or h.found_at < now() - interval '1 day' or not exists (
        select 1 from saved_search_hit told
        where told.saved_search_id = s.id and told.told_at > now() - interval '1 day')))
  order by s.id limit $2`;

/** What was found and has gone again is no news. */
const DROP_HIDDEN = `
  delete from saved_search_hit h
  where h.saved_search_id = $1 and h.told_at is null
    and not exists (select 1 from directory_entry e where e.id = h.entry_id and e.visible)`;

const TELL = `
  update saved_search_hit set told_at = now() where saved_search_id = $1 and told_at is null`;
