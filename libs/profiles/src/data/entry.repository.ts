import { Injectable } from '@nestjs/common';
import { StaleVersion } from '#libs/kernel';
import type { Parameter, Reads, Transaction } from '#libs/platform/database';
import { type Entry, type EntryContent, type EntryKind, entryTranslationsAfter, MAX_ENTRIES_OF_KIND } from '../domain/entry.js';
import { ownerOf } from './owner-of.js';

export interface NewEntry {
  readonly id: string;
  readonly organizationId: string;
  readonly kind: EntryKind;
  readonly content: EntryContent;
}

/** SQL of the entries of profiles. Changes happen while their profile is locked. */
@Injectable()
export class EntryRepository {
  async find(reads: Reads, id: string): Promise<Entry | undefined> {
    return reads.row<Entry>(`${SELECT} where id = $1`, [id]);
  }

  /** A row that is there: just written in this transaction. */
  async get(tx: Transaction, id: string): Promise<Entry> {
    const entry = await this.find(tx, id);
    if (!entry) throw new Error('An entry vanished inside its transaction.');
    return entry;
  }

  /** All entries of some organizations, in the order of their kinds' lists. */
  async ofOrganizations(reads: Reads, organizationIds: readonly string[]): Promise<Entry[]> {
    return reads.rows<Entry>(
      `${SELECT} where organization_id = any($1::uuid[]) order by organization_id, kind, position, id`,
      [organizationIds],
    );
  }

  async all(reads: Reads): Promise<Entry[]> {
    return reads.rows<Entry>(`${SELECT} order by organization_id, kind, position, id`);
  }

  /** How many of a kind an organization has. */
  async count(tx: Transaction, organizationId: string, kind: EntryKind): Promise<number> {
    const row = await tx.row<{ total: number }>(
      'select count(*)::int as total from profile_entry where organization_id = $1 and kind = $2',
      [organizationId, kind],
    );
    return row?.total ?? 0;
  }

  /** As the last of its kind. */
  async insert(tx: Transaction, { id, organizationId, kind, content }: NewEntry): Promise<void> {
    await tx.execute(INSERT, [id, ...contentValues(content), organizationId, kind, ownerOf(tx)]);
  }

  /** Replaces the content of the version that was read; translations of what changed are outdated with it. */
  async saveContent(tx: Transaction, current: Entry, content: EntryContent): Promise<void> {
    const translations = JSON.stringify(entryTranslationsAfter(current, content));
    const values = [current.id, ...contentValues(content), current.version, translations, ownerOf(tx)];
    if ((await tx.execute(SAVE_CONTENT, values)) === 0) throw new StaleVersion(current.version);
  }

  async saveTranslations(tx: Transaction, current: Entry, translations: Entry['translations']): Promise<void> {
    const values = [current.id, JSON.stringify(translations), current.version];
    if ((await tx.execute(SAVE_TRANSLATIONS, values)) === 0) throw new StaleVersion(current.version);
  }

  /** It was looked at and found right; who did answers for it. */
  async confirm(tx: Transaction, id: string): Promise<void> {
    await tx.execute(CONFIRM, [id, ownerOf(tx)]);
  }

  async markAsked(tx: Transaction, ids: readonly string[]): Promise<void> {
    await tx.execute('update profile_entry set asked_at = now() where id = any($1::uuid[])', [ids]);
  }

  /** Puts the entries of a kind into the order of `ids`, from 0. */
  async arrange(tx: Transaction, ids: readonly string[]): Promise<void> {
    await tx.execute(ARRANGE, [ids]);
  }

  /** Those of one organization that the other does not have go to the end of its lists. Answers how many did. */
  async moveAll(tx: Transaction, { fromId, intoId }: { fromId: string; intoId: string }): Promise<number> {
    return tx.execute(MOVE_ALL, [fromId, intoId, MAX_ENTRIES_OF_KIND]);
  }

  async delete(tx: Transaction, { id, version }: Entry): Promise<void> {
    const values = [id, version];
    const gone = await tx.execute('delete from profile_entry where id = $1 and version = $2', values);
    if (gone === 0) throw new StaleVersion(version);
  }
}

const SELECT = `
  select id, organization_id as "organizationId", kind, position, language, title, text, translations, codes,
         markets, months, capacity, reach, starts_on::text as "startsOn", ends_on::text as "endsOn", party,
         expires_on::text as "expiresOn", link, file_id as "fileId", owner_id as "ownerId",
         checked_at as "checkedAt", asked_at as "askedAt", version, created_at as "createdAt",
         updated_at as "updatedAt"
  from profile_entry`;

const CONTENT_COLUMNS = `language, title, text, codes, markets, months, capacity, reach, starts_on, ends_on,
  party, expires_on, link, file_id`;
const CONTENT_PLACES = '$2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15';

const INSERT = `
  insert into profile_entry (id, ${CONTENT_COLUMNS}, organization_id, kind, owner_id, position)
  select $1, $2, $3, $4, $5::text[], $6::text[], $7::smallint[], $8::int, $9::int, $10::date, $11::date, $12,
         $13::date, $14, $15::uuid, $16::uuid, $17, $18::uuid,
         (select coalesce(max(position) + 1, 0) from profile_entry where organization_id = $16 and kind = $17)`;

const SAVE_CONTENT = `
  update profile_entry
  set (${CONTENT_COLUMNS}) = row(${CONTENT_PLACES}), translations = $17::jsonb, version = version + 1,
      owner_id = $18, checked_at = now(), asked_at = null, updated_at = now()
  where id = $1 and version = $16`;

const SAVE_TRANSLATIONS = `
  update profile_entry set translations = $2::jsonb, version = version + 1, updated_at = now()
  where id = $1 and version = $3`;

const CONFIRM = `
  update profile_entry set checked_at = now(), asked_at = null, owner_id = $2, version = version + 1
  where id = $1`;

const MOVE_ALL = `
  update profile_entry e
  set organization_id = $2, position = going.held + going.place, version = version + 1, updated_at = now()
  from (
    select f.id, row_number() over (partition by f.kind order by f.position, f.id)::int as place, held.count as held
    from profile_entry f
      cross join lateral (
        select count(*)::int from profile_entry i where i.organization_id = $2 and i.kind = f.kind
      ) as held (count)
    where f.organization_id = $1 and not exists (
      select 1 from profile_entry i
      where i.organization_id = $2 and i.kind = f.kind and lower(i.title) = lower(f.title))
  ) as going
  where e.id = going.id and going.held + going.place <= $3`;

const ARRANGE = `
  update profile_entry e set position = arranged.place - 1
  from unnest($1::uuid[]) with ordinality as arranged (id, place)
  where e.id = arranged.id`;

function contentValues(content: EntryContent): Parameter[] {
  return [
    content.language,
    content.title,
    content.text,
    content.codes,
    content.markets,
    content.months,
    content.capacity,
    content.reach,
    content.startsOn,
    content.endsOn,
    content.party,
    content.expiresOn,
    content.link,
    content.fileId,
  ];
}
