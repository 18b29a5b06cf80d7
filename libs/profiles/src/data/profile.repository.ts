import { Injectable } from '@nestjs/common';
import { StaleVersion } from '#libs/kernel';
import type { Parameter, Reads, Transaction } from '#libs/platform/database';
import { type Profile, type ProfileContent, translationsAfter } from '../domain/profile.js';
import { ownerOf } from './owner-of.js';

/** SQL of profiles. */
@Injectable()
export class ProfileRepository {
  async find(reads: Reads, organizationId: string): Promise<Profile | undefined> {
    return reads.row<Profile>(`${SELECT} where organization_id = $1`, [organizationId]);
  }

  /** A row that is there: just written in this transaction. */
  async get(tx: Transaction, organizationId: string): Promise<Profile> {
    const profile = await this.find(tx, organizationId);
    if (!profile) throw new Error('A profile vanished inside its transaction.');
    return profile;
  }

  async findMany(reads: Reads, organizationIds: readonly string[]): Promise<Profile[]> {
    return reads.rows<Profile>(`${SELECT} where organization_id = any($1::uuid[])`, [organizationIds]);
  }

  /** Of those that have a profile, by organization. */
  async revisions(reads: Reads, organizationIds: readonly string[]): Promise<Map<string, number>> {
    const rows = await reads.rows<{ id: string; revision: number }>(
      'select organization_id as id, revision from profile where organization_id = any($1::uuid[])',
      [organizationIds],
    );
    return new Map(rows.map(({ id, revision }) => [id, revision]));
  }

  async all(reads: Reads): Promise<Profile[]> {
    return reads.rows<Profile>(`${SELECT} order by organization_id`);
  }

  /** The row, locked until the transaction ends. */
  async lock(tx: Transaction, organizationId: string): Promise<Profile | undefined> {
    return tx.row<Profile>(`${SELECT} where organization_id = $1 for update`, [organizationId]);
  }

  /** False when somebody was faster. Who writes it answers for it. */
  async insert(tx: Transaction, organizationId: string, content: ProfileContent): Promise<boolean> {
    return (await tx.execute(INSERT, [organizationId, ...contentValues(content), ownerOf(tx)])) === 1;
  }

  /** Replaces the content of the version that was read; translations of what changed are outdated with it. */
  async saveContent(tx: Transaction, current: Profile, content: ProfileContent): Promise<void> {
    const translations = JSON.stringify(translationsAfter(current, content));
    const values = [current.organizationId, ...contentValues(content), current.version, translations, ownerOf(tx)];
    if ((await tx.execute(SAVE_CONTENT, values)) === 0) throw new StaleVersion(current.version);
  }

  async saveTranslations(
    tx: Transaction,
    current: Profile,
    translations: Profile['translations'],
  ): Promise<void> {
    const values = [current.organizationId, JSON.stringify(translations), current.version];
    if ((await tx.execute(SAVE_TRANSLATIONS, values)) === 0) throw new StaleVersion(current.version);
  }

  /** It was looked at and found right; who did answers for it. */
  async confirm(tx: Transaction, organizationId: string): Promise<void> {
    await tx.execute(CONFIRM, [organizationId, ownerOf(tx)]);
  }

  async markAsked(tx: Transaction, organizationId: string): Promise<void> {
    await tx.execute('update profile set asked_at = now() where organization_id = $1', [organizationId]);
  }

  /** The database's time. */
  async clock(reads: Reads): Promise<Date> {
    const row = await reads.row<{ now: Date }>('select now()');
    return row?.now ?? new Date();
  }

  /** The profile with its entries becomes that of another organization, which has none. */
  async moveTo(tx: Transaction, fromId: string, intoId: string): Promise<void> {
    await tx.execute(MOVE, [fromId, intoId]);
  }

  /** One of its entries changed. */
  async touch(tx: Transaction, organizationId: string): Promise<void> {
    await tx.execute(TOUCH, [organizationId]);
  }
}

const SELECT = `
  select organization_id as "organizationId", language, summary, offer_text as "offerText",
         seek_text as "seekText", sectors, themes, offers, seeks, markets, certifications,
         consulting_areas as "consultingAreas", languages, operating_months as "operatingMonths", modes,
         capacity, fees, load_limit as "loadLimit", translations, version, revision, owner_id as "ownerId",
         checked_at as "checkedAt", asked_at as "askedAt", created_at as "createdAt", updated_at as "updatedAt"
  from profile`;

const CONTENT_COLUMNS = `language, summary, offer_text, seek_text, sectors, themes, offers, seeks, markets,
  certifications, consulting_areas, languages, operating_months, modes, capacity, fees, load_limit`;
const CONTENT_PLACES = '$2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16::jsonb, $17::jsonb, $18';

const INSERT = `
  insert into profile (organization_id, ${CONTENT_COLUMNS}, owner_id)
  values ($1, ${CONTENT_PLACES}, $19)
  on conflict (organization_id) do nothing`;

const SAVE_CONTENT = `
  update profile
  set (${CONTENT_COLUMNS}) = row(${CONTENT_PLACES}), translations = $20::jsonb, version = version + 1,
      revision = revision + 1, owner_id = $21, checked_at = now(), asked_at = null, updated_at = now()
  where organization_id = $1 and version = $19`;

const SAVE_TRANSLATIONS = `
  update profile
  set translations = $2::jsonb, version = version + 1, revision = revision + 1, updated_at = now()
  where organization_id = $1 and version = $3`;

const CONFIRM = `
  update profile set checked_at = now(), asked_at = null, owner_id = $2, version = version + 1
  where organization_id = $1`;

const MOVE = `
  update profile set organization_id = $2, version = version + 1, revision = revision + 1, updated_at = now()
  where organization_id = $1`;

const TOUCH = `update profile set revision = revision + 1 where organization_id = $1`;

function contentValues(content: ProfileContent): Parameter[] {
  return [
    content.language,
    content.summary,
    content.offerText,
    content.seekText,
    content.sectors,
    content.themes,
    content.offers,
    content.seeks,
    content.markets,
    content.certifications,
    content.consultingAreas,
    content.languages,
    content.operatingMonths,
    content.modes,
    content.capacity && JSON.stringify(content.capacity),
    content.fees && JSON.stringify(content.fees),
    content.loadLimit,
  ];
}
