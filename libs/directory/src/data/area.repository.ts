import { Injectable } from '@nestjs/common';
import type { Reads } from '#libs/platform/database';
import type { Area } from '../domain/area.js';

/** Which places of the index lie where. */
@Injectable()
export class AreaRepository {
  /** Values of the filter `place` inside an area; at most `limit`, the fullest first. */
  async placesIn(reads: Reads, area: Area, limit: number): Promise<string[]> {
    const { west, south, east, north } = area;
    const rows = await reads.rows<{ place: string }>(PLACES_IN, [west, south, east, north, limit]);
    return rows.map(({ place }) => place);
  }
}

const PLACES_IN = `
  select coalesce(place_id, organization_id) as place from directory_entry
  where visible and lon between $1 and $3 and lat between $2 and $4
  group by 1 order by count(*) desc, 1 limit $5`;
