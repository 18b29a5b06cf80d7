import { Injectable } from '@nestjs/common';
import type { Reads } from '#libs/platform/database';
import type { ActiveOrganization } from '../domain/organization.js';

/** The few columns that comparing all organizations with each other needs. */
@Injectable()
export class ActiveOrganizationRepository {
  async all(reads: Reads): Promise<ActiveOrganization[]> {
    return reads.rows<ActiveOrganization>(ALL);
  }
}

const ALL = `
  select id, kind, country, city_id as "cityId", languages, version
  from organization where state = 'active' order by id`;
