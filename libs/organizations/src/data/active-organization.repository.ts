import { Injectable } from '@nestjs/common';
import type { Reads } from '#libs/platform/database';
import type { ActiveOrganization, MemberCity } from '../domain/organization.js';

/** The few columns that comparing all organizations with each other needs. */
@Injectable()
export class ActiveOrganizationRepository {
  async all(reads: Reads): Promise<ActiveOrganization[]> {
    return reads.rows<ActiveOrganization>(ALL);
  }

  async byIds(reads: Reads, ids: readonly string[]): Promise<ActiveOrganization[]> {
    return reads.rows<ActiveOrganization>(BY_IDS, [ids]);
  }

  async memberCities(reads: Reads): Promise<MemberCity[]> {
    return reads.rows<MemberCity>(MEMBER_CITIES);
  }
}

const SELECT = `
  select id, kind, country, city_id as "cityId", languages, version, created_at as "createdAt" from organization`;
const ALL = `${SELECT} where state = 'active' order by id`;
const BY_IDS = `${SELECT} where state = 'active' and id = any($1::uuid[]) order by id`;

const MEMBER_CITIES = `
  select id, country from organization
  where state = 'active' and kind = 'city' and tpo_membership = 'city_member' order by country, id`;
