import { Injectable } from '@nestjs/common';
import type { Reads } from '#libs/platform/database';
import type { ListedOrganization } from '../domain/organization.js';

/** Active organizations with everything they can be found by. */
@Injectable()
export class ListedOrganizationRepository {
  async byIds(reads: Reads, ids: readonly string[]): Promise<ListedOrganization[]> {
    return reads.rows<ListedOrganization>(BY_IDS, [ids]);
  }

  async after(reads: Reads, id: string | undefined, limit: number): Promise<ListedOrganization[]> {
    return reads.rows<ListedOrganization>(AFTER, [id ?? FIRST, limit]);
  }

  async activeAmong(reads: Reads, ids: readonly string[]): Promise<string[]> {
    return (await reads.rows<{ id: string }>(ACTIVE_AMONG, [ids])).map(({ id }) => id);
  }
}

const FIRST = '00000000-0000-0000-0000-000000000000';

const SELECT = `
  select o.id, o.slug, o.name, o.name_local as "nameLocal", o.kind, o.country, c.name as city,
    o.city_id as "cityId", o.state, o.tpo_membership as "tpoMembership", o.fictional, o.demo, o.languages,
    coalesce(o.lat, c.lat) as lat, coalesce(o.lon, c.lon) as lon, o.created_at as "createdAt",
    coalesce((select array_agg(a.name order by a.folded) from organization_alias a
      where a.organization_id = o.id and a.source <> 'slug'), '{}') as aliases
  from organization o left join organization c on c.id = o.city_id`;

const BY_IDS = `${SELECT} where o.id = any($1::uuid[]) and o.state = 'active'`;
const AFTER = `${SELECT} where o.id > $1::uuid and o.state = 'active' order by o.id limit $2`;
const ACTIVE_AMONG = `select id from organization where id = any($1::uuid[]) and state = 'active'`;
