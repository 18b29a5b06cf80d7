import { Injectable } from '@nestjs/common';
import type { Reads, Transaction } from '#libs/platform/database';
import { nameKey } from '../domain/fold-name.js';
import type { Place } from '../domain/organization.js';

/**
 * Where a spelling comes from. `core`: an official name without its legal form. `former`: a name it had once.
 * `stated`: its own people say so. `merged`: the slug of a second entry that was merged into it. An import replaces what is from `import`.
 */
export const ALIAS_SOURCES = ['slug', 'name', 'core', 'import', 'stated', 'former', 'merged'] as const;
export type AliasSource = (typeof ALIAS_SOURCES)[number];

export interface Alias {
  readonly organizationId: string;
  readonly name: string;
  readonly source: AliasSource;
}

@Injectable()
export class AliasRepository {
  /**
   * Makes `aliases` all the spellings that these organizations have from these sources. A spelling that comes
   * from two of them is kept once.
   */
  async replace(
    tx: Transaction,
    organizationIds: readonly string[],
    sources: readonly AliasSource[],
    aliases: readonly Alias[],
  ): Promise<void> {
    const spelled = aliases.filter(({ name }) => nameKey(name) !== '');
    const columns = [
      spelled.map(({ organizationId }) => organizationId),
      spelled.map(({ name }) => nameKey(name)),
      spelled.map(({ source }) => source),
    ];
    await tx.execute(REMOVE_OTHERS, [organizationIds, sources, ...columns]);
    await tx.execute(INSERT, [...columns, spelled.map(({ name }) => name)]);
  }

  /** All spellings of one become former ones of the other; answers how many that had not yet. */
  async moveAll(tx: Transaction, fromId: string, intoId: string): Promise<number> {
    const moved = await tx.execute(MOVE_ALL, [fromId, intoId]);
    await tx.execute('delete from organization_alias where organization_id = $1', [fromId]);
    return moved;
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

const REMOVE_OTHERS = `
  delete from organization_alias a
  where a.organization_id = any($1::uuid[]) and a.source = any($2::text[]) and not exists (
    select 1 from unnest($3::uuid[], $4::text[], $5::text[]) as kept (organization_id, folded, source)
    where kept.organization_id = a.organization_id and kept.folded = a.folded and kept.source = a.source)`;

const INSERT = `
  insert into organization_alias (organization_id, folded, source, name)
  select * from unnest($1::uuid[], $2::text[], $3::text[], $4::text[])
  on conflict (organization_id, folded) do nothing`;

/** A name without its legal form leads nowhere but to the name itself. */
const MOVE_ALL = `
  insert into organization_alias (organization_id, folded, source, name)
  select $2::uuid, folded, case when source in ('slug', 'merged') then 'merged' else 'former' end, name
  from organization_alias where organization_id = $1 and source <> 'core'
  on conflict (organization_id, folded) do nothing`;

const NAMES = `
  select organization_id as "organizationId", name, source from organization_alias
  where organization_id = any($1::uuid[]) order by organization_id, source, folded`;

const FIND = `
  select o.id, o.kind = 'city' as "isCity"
  from organization_alias a join organization o on o.id = a.organization_id
  where a.folded = $1 and o.state in ('active', 'candidate') order by "isCity" desc, o.id`;

const PLACES = `
  select o.id, o.slug, o.lat, o.lon,
    (select array_agg(distinct names.name) from (
      select o.name union select o.name_local where o.name_local is not null
      union select a.name from organization_alias a where a.organization_id = o.id and a.source not in ('slug', 'core', 'merged')
    ) names (name)) as names
  from organization o where o.kind = 'city' and o.state in ('active', 'candidate') order by o.slug`;
