import { Injectable } from '@nestjs/common';
import { StaleVersion } from '#libs/kernel';
import type { Parameter, Reads, Transaction } from '#libs/platform/database';
import type { Profile, ProfileContent } from '../domain/profile.js';

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

  async all(reads: Reads): Promise<Profile[]> {
    return reads.rows<Profile>(`${SELECT} order by organization_id`);
  }

  /** The row, locked until the transaction ends. */
  async lock(tx: Transaction, organizationId: string): Promise<Profile | undefined> {
    return tx.row<Profile>(`${SELECT} where organization_id = $1 for update`, [organizationId]);
  }

  /** False when somebody was faster. */
  async insert(tx: Transaction, organizationId: string, content: ProfileContent): Promise<boolean> {
    return (await tx.execute(INSERT, [organizationId, ...contentValues(content)])) === 1;
  }

  /** Replaces the content of the version that was read. */
  async saveContent(tx: Transaction, current: Profile, content: ProfileContent): Promise<void> {
    const values = [current.organizationId, ...contentValues(content), current.version];
    if ((await tx.execute(SAVE_CONTENT, values)) === 0) throw new StaleVersion(current.version);
  }
}

const SELECT = `
  select organization_id as "organizationId", language, summary, offer_text as "offerText",
         seek_text as "seekText", sectors, themes, offers, seeks, markets, certifications,
         consulting_areas as "consultingAreas", languages, operating_months as "operatingMonths", modes,
         capacity, version, created_at as "createdAt", updated_at as "updatedAt"
  from profile`;

const CONTENT_COLUMNS = `language, summary, offer_text, seek_text, sectors, themes, offers, seeks, markets,
  certifications, consulting_areas, languages, operating_months, modes, capacity`;
const CONTENT_PLACES = '$2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16::jsonb';

const INSERT = `
  insert into profile (organization_id, ${CONTENT_COLUMNS})
  values ($1, ${CONTENT_PLACES})
  on conflict (organization_id) do nothing`;

const SAVE_CONTENT = `
  update profile
  set (${CONTENT_COLUMNS}) = row(${CONTENT_PLACES}), version = version + 1, updated_at = now()
  where organization_id = $1 and version = $17`;

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
  ];
}
