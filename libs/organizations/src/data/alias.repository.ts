import { Injectable } from '@nestjs/common';
import type { Reads, Transaction } from '#libs/platform/database';
import { nameKey } from '../domain/fold-name.js';
import type { Place } from '../domain/organization.js';

/** Where a spelling comes from; the owner's changes replace `name`, an import replaces `import`. */
export type AliasSource = 'slug' | 'name' | 'import';

export interface Alias {
  readonly organizationId: string;
  readonly name: string;
  readonly source: AliasSource;
}

@Injectable()
export class AliasRepository {
  /** Replaces all spellings of one source; a spelling the organization has from elsewhere stays as it is. */
  async replace(tx: Transaction, organizationId: string, source: AliasSource, names: readonly string[]) {
    const byKey = new Map(names.map((name) => [nameKey(name), name] as const).filter(([key]) => key !== ''));
    await tx.execute(REMOVE, [organizationId, source, [...byKey.keys()]]);
    await tx.execute(INSERT, [organizationId, [...byKey.keys()], [...byKey.values()], source]);
  }

  async namesOf(reads: Reads, organizationIds: readonly string[]): Promise<Alias[]> {
    return reads.rows<Alias>(NAMES, [organizationIds]);
  }

  /** Organizations that are called so, cities first. */
  async find(reads: Reads, name: string): Promise<{ id: string; isCity: boolean }[]> {
    return reads.rows<{ id: string; isCity: boolean }>(FIND, [nameKey(name)]);
  }

  async places(reads: Reads): Promise<Place[]> {
    return reads.rows<Place>(PLACES);
  }
}

const REMOVE = `
  delete from organization_alias where organization_id = $1 and source = $2 and folded <> all($3::text[])`;

const INSERT = `
  insert into organization_alias (organization_id, folded, name, source)
  select $1, folded, name, $4 from unnest($2::text[], $3::text[]) as added (folded, name)
  on conflict (organization_id, folded) do nothing`;

const NAMES = `
  select organization_id as "organizationId", name, source from organization_alias
  where organization_id = any($1::uuid[]) order by organization_id, source, folded`;

const FIND = `
  select o.id, o.kind = 'city' as "isCity"
  from organization_alias a join organization o on o.id = a.organization_id
  where a.folded = $1 and o.state <> 'suspended' order by "isCity" desc, o.id`;

const PLACES = `
  select o.id, o.slug,
    (select array_agg(distinct names.name) from (
      select o.name union select o.name_local where o.name_local is not null
      union select a.name from organization_alias a where a.organization_id = o.id and a.source <> 'slug'
    ) names (name)) as names
  from organization o where o.kind = 'city' and o.state <> 'suspended' order by o.slug`;
