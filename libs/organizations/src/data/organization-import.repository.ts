import { Injectable } from '@nestjs/common';
import type { Reads, Transaction } from '#libs/platform/database';
import type { ImportedOrganization } from '../domain/organization-record.js';

export type ImportedRow = ImportedOrganization & { readonly id: string };

/** Writing organizations by the thousand. */
@Injectable()
export class OrganizationImportRepository {
  /** Ids of all cities by slug. */
  async cities(reads: Reads): Promise<Map<string, string>> {
    const rows = await reads.rows<{ slug: string; id: string }>(CITIES);
    return new Map(rows.map(({ slug, id }) => [slug, id]));
  }

  /** The kinds of organizations that have one of these slugs. */
  async kindsBySlugs(reads: Reads, slugs: readonly string[]): Promise<Map<string, string>> {
    const rows = await reads.rows<{ slug: string; kind: string }>(KINDS, [slugs]);
    return new Map(rows.map(({ slug, kind }) => [slug, kind]));
  }

  /**
   * Brings organizations to what the file says of them, found again by slug and kind, in one statement. What the
   * file does not say (state, membership, place on the map) stays. Answers only the rows added or changed.
   */
  async write(
    tx: Transaction,
    rows: readonly ImportedRow[],
  ): Promise<{ id: string; slug: string; version: number }[]> {
    return tx.rows(WRITE, [JSON.stringify(rows.map(toColumns))]);
  }
}

const toColumns = (row: ImportedRow): object => ({
  id: row.id,
  slug: row.slug,
  kind: row.kind,
  name: row.name,
  name_folded: row.nameFolded,
  name_local: row.nameLocal,
  country: row.country,
  city_id: row.cityId,
  admin_region: row.adminRegion,
  languages: row.languages,
  website: row.website,
  registration_number: row.registrationNumber,
  registration_key: row.registrationKey,
  email_domain: row.emailDomain,
  email_domain_key: row.emailDomainKey,
  state: row.state,
});

const STATED = [
  'name',
  'name_folded',
  'name_local',
  'country',
  'city_id',
  'admin_region',
  'languages',
  'website',
  'registration_number',
  'registration_key',
  'email_domain',
  'email_domain_key',
];
const stated = (row: string): string => STATED.map((column) => `${row}.${column}`).join(', ');

const CITIES = `select slug, id from organization where kind = 'city' and state <> 'closed'`;

const KINDS = 'select slug, kind from organization where slug = any($1::text[])';

const WRITE = `
  insert into organization as o (id, slug, kind, state, ${STATED.join(', ')})
  select n.id, n.slug, n.kind, n.state, ${stated('n')}
  from jsonb_to_recordset($1::jsonb) as n
    (id uuid, slug text, kind text, state text, name text, name_folded text, name_local text, country text,
     city_id uuid, admin_region text, languages text[], website text, registration_number text,
     registration_key text, email_domain text, email_domain_key text)
  on conflict (slug) do update
    set (${STATED.join(', ')}) = row (${stated('excluded')}), version = o.version + 1, updated_at = now()
    where row (${stated('o')}) is distinct from row (${stated('excluded')}) and o.kind = excluded.kind
      and o.merged_into_id is null
  returning o.id, o.slug, o.version`;
