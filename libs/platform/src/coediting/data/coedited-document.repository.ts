import { Injectable } from '@nestjs/common';
import { type Database, newId, type Reads, type Transaction } from '#libs/platform/database';

/** Channels; payloads are `<document id> …`. */
export const DOCUMENT_CHANGED = 'document_changed';
export const DOCUMENT_RIGHTS_CHANGED = 'document_rights_changed';

/** Stored bytes one document may have: some two million letters, typed one by one and corrected. */
export const MAX_DOCUMENT_BYTES = 8 * 1024 * 1024;

export interface DocumentHead {
  readonly id: string;
  readonly fields: readonly string[];
  readonly sealed: boolean;
}

/** What a reader who has everything up to a number lacks. */
export interface MissingUpdates {
  readonly lastNumber: number;
  /** Null when the reader has all that is in it. */
  readonly snapshot: Buffer | null;
  readonly updates: readonly Buffer[];
}

export interface WrittenUpdate {
  readonly content: Uint8Array;
  readonly personId: string;
}

export type Appended =
  | { readonly outcome: 'appended'; readonly first: number; readonly last: number }
  | { readonly outcome: 'sealed' | 'full' | 'absent' };

export interface Snapshot {
  readonly content: Uint8Array;
  readonly stateVector: Uint8Array;
  /** Everything up to this number is in it. */
  readonly number: number;
  /** The number of the snapshot it was made from. */
  readonly madeFrom: number;
}

/** SQL of texts that several people write at once. */
@Injectable()
export class CoeditedDocumentRepository {
  async create(tx: Transaction, kind: string, ownerId: string, fields: readonly string[]): Promise<void> {
    await tx.execute(CREATE, [newId(), kind, ownerId, fields]);
  }

  async find(reads: Reads, kind: string, ownerId: string): Promise<DocumentHead | undefined> {
    return reads.row<DocumentHead>(FIND, [kind, ownerId]);
  }

  /** False when there is none, or it is so already. Waits for updates that are being written. */
  async setSealed(tx: Transaction, kind: string, ownerId: string, sealed: boolean): Promise<boolean> {
    const row = await tx.row<{ id: string }>(sealed ? SEAL : UNSEAL, [kind, ownerId]);
    if (!row) return false;
    await tx.rows('select pg_notify($1, $2)', [DOCUMENT_RIGHTS_CHANGED, row.id]);
    return true;
  }

  /** One statement, one moment: a compaction in between loses the reader nothing. */
  async missingSince(reads: Reads, id: string, number: number): Promise<MissingUpdates | undefined> {
    return reads.row<MissingUpdates>(MISSING, [id, number]);
  }

  /** Counts on, adds and announces in one statement, which is its own transaction. All of them, or none. */
  async append(database: Database, id: string, updates: readonly WrittenUpdate[]): Promise<Appended> {
    const bytes = updates.reduce((sum, { content }) => sum + content.byteLength, 0);
    const row = await database.row<{ last: number }>(APPEND, [
      id,
      updates.map(({ content }) => Buffer.from(content)),
      updates.map(({ personId }) => personId),
      updates.length,
      bytes,
      MAX_DOCUMENT_BYTES,
    ]);
    if (row) return { outcome: 'appended', first: row.last - updates.length + 1, last: row.last };
    const head = await database.row<{ sealed: boolean }>(IS_SEALED, [id]);
    if (!head) return { outcome: 'absent' };
    return { outcome: head.sealed ? 'sealed' : 'full' };
  }

  /** Numbers of the newest updates of those of `ids` that exist. */
  async lastNumbers(reads: Reads, ids: readonly string[]): Promise<Map<string, number>> {
    const rows = await reads.rows<{ id: string; last: number }>(LAST_NUMBERS, [ids]);
    return new Map(rows.map(({ id, last }) => [id, last]));
  }

  /** Documents with many updates since their snapshot, or with any and nobody writing for a while. */
  async findToCompact(reads: Reads, limit: number): Promise<string[]> {
    return (await reads.rows<{ id: string }>(TO_COMPACT, [limit])).map(({ id }) => id);
  }

  async snapshotNumber(reads: Reads, id: string): Promise<number | undefined> {
    return (await reads.row<{ number: number }>(SNAPSHOT_NUMBER, [id]))?.number;
  }

  /** False when another snapshot was taken meanwhile. Updates after its number stay as they are. */
  async keepSnapshot(tx: Transaction, id: string, snapshot: Snapshot): Promise<boolean> {
    const { content, stateVector, number, madeFrom } = snapshot;
    const kept = await tx.execute(KEEP_SNAPSHOT, [
      id,
      Buffer.from(content),
      Buffer.from(stateVector),
      number,
      madeFrom,
    ]);
    if (kept === 0) return false;
    await tx.execute('delete from document_update where document_id = $1 and number <= $2', [id, number]);
    await tx.execute(RECOUNT_BYTES, [id]);
    return true;
  }
}

const CREATE = `
  insert into coedited_document (id, kind, entity_id, fields) values ($1, $2, $3, $4)
  on conflict (entity_id, kind) do update set fields = excluded.fields`;

const FIND = `
  select id, fields, sealed_at is not null as sealed from coedited_document where kind = $1 and entity_id = $2`;

const SEAL = `
  update coedited_document set sealed_at = now() where kind = $1 and entity_id = $2 and sealed_at is null
  returning id`;

const UNSEAL = `
  update coedited_document set sealed_at = null where kind = $1 and entity_id = $2 and sealed_at is not null
  returning id`;

const MISSING = `
  select document.last_number as "lastNumber",
    case when document.snapshot_number > $2 then document.snapshot end as snapshot,
    array(
      select content from document_update
      where document_id = document.id and number > greatest($2, document.snapshot_number) order by number
    ) as updates
  from coedited_document document where id = $1`;

const APPEND = `
  with counted as (
    update coedited_document
    set last_number = last_number + $4, bytes = bytes + $5, updated_at = now()
    where id = $1 and sealed_at is null and bytes + $5 <= $6
    returning id, last_number
  ), added as (
    insert into document_update (document_id, number, content, person_id)
    select counted.id, counted.last_number - $4 + given.place, given.content, given.person_id
    from counted, unnest($2::bytea[], $3::uuid[]) with ordinality as given(content, person_id, place)
  )
  select last_number as last, pg_notify('${DOCUMENT_CHANGED}', id || ' ' || last_number) from counted`;

const IS_SEALED = 'select sealed_at is not null as sealed from coedited_document where id = $1';

const LAST_NUMBERS = 'select id, last_number as last from coedited_document where id = any($1)';

const TO_COMPACT = `
  select id from coedited_document
  where last_number > snapshot_number
    and (last_number - snapshot_number >= 500 or updated_at < now() - interval '10 minutes')
  order by updated_at limit $1`;

const SNAPSHOT_NUMBER = 'select snapshot_number as number from coedited_document where id = $1';

const KEEP_SNAPSHOT = `
  update coedited_document set snapshot = $2, state_vector = $3, snapshot_number = $4
  where id = $1 and snapshot_number = $5 and last_number >= $4`;

const RECOUNT_BYTES = `
  update coedited_document set bytes = octet_length(snapshot) + coalesce(
    (select sum(octet_length(content)) from document_update where document_id = $1), 0)
  where id = $1`;
