import { Injectable } from '@nestjs/common';
import type { Reads } from '#libs/platform/database';
import { nameKey } from '../domain/fold-name.js';
import type { PublicCity, PublicCityName } from '../domain/public-city.js';

/** What everybody may know of member and candidate cities; no other state and no other kind leaves here. */
@Injectable()
export class PublicCityRepository {
  async bySlug(reads: Reads, slug: string): Promise<PublicCity | undefined> {
    return reads.row<PublicCity>(BY_SLUG, [slug]);
  }

  /** Slugs of the cities that are called so in any known spelling. */
  async slugsByName(reads: Reads, name: string): Promise<string[]> {
    const rows = await reads.rows<{ slug: string }>(BY_NAME, [nameKey(name)]);
    return rows.map(({ slug }) => slug);
  }

  async all(reads: Reads): Promise<PublicCityName[]> {
    return reads.rows<PublicCityName>(ALL);
  }
}

const IS_PUBLIC = `o.kind = 'city' and o.state in ('active', 'candidate')`;
const NAME = `o.slug, o.name, o.name_local as "nameLocal", o.country, o.tpo_membership as "tpoMembership", o.lat, o.lon`;

const BY_SLUG = `
  select o.id, ${NAME}, o.admin_region as "adminRegion",
    o.population_approx as "populationApprox", o.languages, o.certainty, o.fictional
  from organization o where o.slug = $1 and ${IS_PUBLIC}`;

const BY_NAME = `
  select distinct o.slug from organization_alias a join organization o on o.id = a.organization_id
  where a.folded = $1 and ${IS_PUBLIC} limit 2`;

const ALL = `select ${NAME} from organization o where ${IS_PUBLIC} order by o.country, o.name_folded, o.id`;
