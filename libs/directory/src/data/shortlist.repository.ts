import { Injectable } from '@nestjs/common';
import { StaleVersion } from '#libs/kernel';
import type { Reads, Transaction } from '#libs/platform/database';
import type { Shortlist, ShortlistEntry } from '../domain/shortlist.js';

/** Entries come as JSON, their times as text. */
type ShortlistRow = Omit<Shortlist, 'entries'> & {
  readonly entries: (Omit<ShortlistEntry, 'addedAt'> & { readonly addedAt: string })[];
};

/** SQL of shortlists. */
@Injectable()
export class ShortlistRepository {
  /** All of one organization become those of another. Answers how many there were. */
  async moveAll(tx: Transaction, fromId: string, intoId: string): Promise<number> {
    return tx.execute(MOVE_ALL, [fromId, intoId]);
  }

  /** On every list one stands in place of the other, which goes where both stood. */
  async replaceListed(
    tx: Transaction,
    fromId: string,
    intoId: string,
  ): Promise<{ moved: number; stayed: number }> {
    const moved = await tx.execute(REPLACE_LISTED, [fromId, intoId]);
    const stayed = await tx.execute('delete from shortlist_entry where organization_id = $1', [fromId]);
    return { moved, stayed };
  }

  async list(reads: Reads, organizationId: string): Promise<Shortlist[]> {
    return (await reads.rows<ShortlistRow>(LIST, [organizationId])).map(toShortlist);
  }

  async find(reads: Reads, id: string, organizationId: string): Promise<Shortlist | undefined> {
    const row = await reads.row<ShortlistRow>(FIND, [id, organizationId]);
    return row && toShortlist(row);
  }

  /** Locks the row until the transaction ends, and reads it. */
  async lock(tx: Transaction, id: string, organizationId: string): Promise<Shortlist | undefined> {
    await tx.execute('select 1 from shortlist where id = $1 and organization_id = $2 for update', [
      id,
      organizationId,
    ]);
    return this.find(tx, id, organizationId);
  }

  async insert(
    tx: Transaction,
    { id, organizationId, createdBy, name, note }: Omit<Shortlist, 'entries' | 'version' | 'createdAt' | 'updatedAt'>,
  ): Promise<void> {
    await tx.execute(INSERT, [id, organizationId, createdBy, name, note]);
  }

  async save(
    tx: Transaction,
    { id, version }: Shortlist,
    { name, note }: Pick<Shortlist, 'name' | 'note'>,
  ): Promise<void> {
    if ((await tx.execute(SAVE, [id, version, name, note])) === 0) throw new StaleVersion(version);
  }

  async remove(tx: Transaction, id: string): Promise<void> {
    await tx.execute('delete from shortlist where id = $1', [id]);
  }

  async putEntry(tx: Transaction, id: string, entry: Omit<ShortlistEntry, 'addedAt'>): Promise<void> {
    await tx.execute(PUT_ENTRY, [id, entry.organizationId, entry.note, entry.addedBy]);
  }

  async removeEntry(tx: Transaction, id: string, organizationId: string): Promise<void> {
    await tx.execute(REMOVE_ENTRY, [id, organizationId]);
  }
}

const MOVE_ALL = `
  update shortlist set organization_id = $2, version = version + 1, updated_at = now() where organization_id = $1`;

const REPLACE_LISTED = `
  update shortlist_entry e set organization_id = $2
  where e.organization_id = $1 and not exists (
    select 1 from shortlist_entry other where other.shortlist_id = e.shortlist_id and other.organization_id = $2)`;

const toShortlist = ({ entries, ...row }: ShortlistRow): Shortlist => ({
  ...row,
  entries: entries.map((entry) => ({ ...entry, addedAt: new Date(entry.addedAt) })),
});

const SELECT = `
  select s.id, s.organization_id as "organizationId", s.created_by as "createdBy", s.name, s.note, s.version,
    s.created_at as "createdAt", s.updated_at as "updatedAt",
    coalesce((
      select jsonb_agg(jsonb_build_object('organizationId', e.organization_id, 'note', e.note,
          'addedBy', e.added_by, 'addedAt', e.added_at) order by e.added_at, e.organization_id)
      from shortlist_entry e where e.shortlist_id = s.id), '[]') as entries
  from shortlist s`;

const LIST = `${SELECT} where s.organization_id = $1 order by s.id desc`;
const FIND = `${SELECT} where s.id = $1 and s.organization_id = $2`;

const INSERT = `
  insert into shortlist (id, organization_id, created_by, name, note) values ($1, $2, $3, $4, $5)`;

const SAVE = `
  update shortlist set name = $3, note = $4, version = version + 1, updated_at = now()
  where id = $1 and version = $2`;

const PUT_ENTRY = `
  insert into shortlist_entry (shortlist_id, organization_id, note, added_by) values ($1, $2, $3, $4)
  on conflict (shortlist_id, organization_id) do update set note = excluded.note`;

const REMOVE_ENTRY = 'delete from shortlist_entry where shortlist_id = $1 and organization_id = $2';
