import { Injectable } from '@nestjs/common';
import type { Reads } from '#libs/platform/database';
import type { ActiveOrganization, MemberCity } from '../domain/organization.js';

/** The few columns that comparing all organizations with each other needs. */
@Injectable()
export class ActiveOrganizationRepository {
  async all(reads: Reads): Promise<ActiveOrganization[]> {
    return reads.rows<ActiveOrganization>(ALL);
  }

  async memberCities(reads: Reads): Promise<MemberCity[]> {
    return reads.rows<MemberCity>(MEMBER_CITIES);
  }
}

const ALL = `
  select id, kind, country, city_id as "cityId", languages, version
  from organization where state = 'active' order by id`;

const MEMBER_CITIES = `
  select id, country from organization
  where state = 'active' and kind = 'city' and tpo_membership = 'city_member' order by country, id`;
