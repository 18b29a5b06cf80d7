import { Injectable } from '@nestjs/common';
import { StaleVersion } from '#libs/kernel';
import type { Reads, Transaction } from '#libs/platform/database';
import type { SavedSearch } from '../domain/saved-search.js';

/** What is written of a saved search. */
export interface SavedSearchContent extends Pick<SavedSearch, 'name' | 'query' | 'alert'> {
  /** See `DirectorySearch.expressionOf`; undefined leaves it as it is. */
  readonly expression: string | undefined;
}

/** SQL of saved searches. Each is its person's own, within one organization. */
@Injectable()
export class SavedSearchRepository {
  /** All of one organization become those of another. Answers how many there were. */
  async moveAll(tx: Transaction, fromId: string, intoId: string): Promise<number> {
    return tx.execute(MOVE_ALL, [fromId, intoId]);
  }

  async list(reads: Reads, personId: string, organizationId: string): Promise<SavedSearch[]> {
    return reads.rows<SavedSearch>(LIST, [personId, organizationId]);
  }

  async byIds(reads: Reads, ids: readonly string[]): Promise<SavedSearch[]> {
    return reads.rows<SavedSearch>(BY_IDS, [ids]);
  }

  /** The row, locked until the transaction ends. */
  async lock(
    tx: Transaction,
    id: string,
    personId: string,
    organizationId: string,
  ): Promise<SavedSearch | undefined> {
    return tx.row<SavedSearch>(LOCK, [id, personId, organizationId]);
  }

  async insert(
    tx: Transaction,
    { id, personId, organizationId }: Pick<SavedSearch, 'id' | 'personId' | 'organizationId'>,
    content: SavedSearchContent,
  ): Promise<SavedSearch> {
    const values = [id, personId, organizationId, ...contentValues(content)];
    return found(await tx.row<SavedSearch>(INSERT, values));
  }

  async save(tx: Transaction, current: SavedSearch, content: SavedSearchContent): Promise<SavedSearch> {
    const row = await tx.row<SavedSearch>(SAVE, [current.id, current.version, ...contentValues(content)]);
    if (!row) throw new StaleVersion(current.version);
    return row;
  }

  /** The same, also when its person took it away. */
  async lockAny(
    tx: Transaction,
    id: string,
    personId: string,
    organizationId: string,
  ): Promise<(SavedSearch & { isRemoved: boolean }) | undefined> {
    return tx.row<SavedSearch & { isRemoved: boolean }>(LOCK_ANY, [id, personId, organizationId]);
  }

  /** Takes the version that was read away, or gives it back with all it had. */
  async setRemoved(tx: Transaction, current: SavedSearch, isRemoved: boolean): Promise<SavedSearch> {
    const row = await tx.row<SavedSearch>(SET_REMOVED, [current.id, current.version, isRemoved]);
    if (!row) throw new StaleVersion(current.version);
    return row;
  }

  /** What was taken away more than `hours` ago is gone for good. */
  async forgetRemoved(tx: Transaction, hours: number): Promise<void> {
    await tx.execute('delete from saved_search where removed_at < now() - make_interval(hours => $1)', [hours]);
  }
}

function found(row: SavedSearch | undefined): SavedSearch {
  if (!row) throw new Error('A saved search vanished inside its transaction.');
  return row;
}

const MOVE_ALL = `
  update saved_search set organization_id = $2, version = version + 1, updated_at = now() where organization_id = $1`;

const contentValues = ({ name, query, expression, alert }: SavedSearchContent): unknown[] => [
  name,
  JSON.stringify(query),
  expression ?? null,
  alert,
];

const COLUMNS = `id, organization_id as "organizationId", person_id as "personId", name, query, alert, version,
  created_at as "createdAt", updated_at as "updatedAt"`;
const SELECT = `select ${COLUMNS} from saved_search`;

const LIST = `${SELECT} where person_id = $1 and organization_id = $2 and removed_at is null order by id desc`;
const BY_IDS = `${SELECT} where id = any($1::uuid[]) and removed_at is null`;
const OWN = `id = $1 and person_id = $2 and organization_id = $3`;
const LOCK = `${SELECT} where ${OWN} and removed_at is null for update`;
const LOCK_ANY = `
  select ${COLUMNS}, removed_at is not null as "isRemoved" from saved_search where ${OWN} for update`;

const SET_REMOVED = `
  update saved_search set removed_at = case when $3 then now() end, version = version + 1, updated_at = now()
  where id = $1 and version = $2 returning ${COLUMNS}`;

const INSERT = `
  insert into saved_search (id, person_id, organization_id, name, query, expression, alert)
  values ($1, $2, $3, $4, $5::jsonb, $6, $7) returning ${COLUMNS}`;

const SAVE = `
  update saved_search set name = $3, query = $4::jsonb, expression = coalesce($5, expression), alert = $6, version = version + 1,
    updated_at = now()
  where id = $1 and version = $2 returning ${COLUMNS}`;
