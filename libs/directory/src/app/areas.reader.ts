import { Injectable } from '@nestjs/common';
import { Database } from '#libs/platform/database';
import { AreaRepository } from '../data/area.repository.js';
import type { Area } from '../domain/area.js';
import type { Filters } from '../domain/entry.js';

/** So many places of an area are searched, the fullest first. */
const PLACES = 1000;
/** A place that nothing is at. */
const NOWHERE = 'none';

/** Turns an area of the map into the places that lie in it, which the index knows. */
@Injectable()
export class AreasReader {
  constructor(
    private readonly database: Database,
    private readonly areas: AreaRepository,
  ) {}

  /** Filters narrowed to what lies in an area; where nothing lies, to nothing. */
  async narrowed(filters: Filters, area: Area | undefined): Promise<Filters> {
    if (!area) return filters;
    const places = await this.areas.placesIn(this.database, area, PLACES);
    return { ...filters, place: places.length > 0 ? places : [NOWHERE] };
  }
}
