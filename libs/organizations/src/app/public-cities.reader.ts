import { Injectable } from '@nestjs/common';
import { Database } from '#libs/platform/database';
import { PublicCityRepository } from '../data/public-city.repository.js';
import type { PublicCity, PublicCityName } from '../domain/public-city.js';

/** Cities as the public sees them. Asks no permission: whatever it answers may be shown to everybody. */
@Injectable()
export class PublicCitiesReader {
  constructor(
    private readonly database: Database,
    private readonly cities: PublicCityRepository,
  ) {}

  async bySlug(slug: string): Promise<PublicCity | undefined> {
    return this.cities.bySlug(this.database, slug);
  }

  /** The slug of the one city that is called so in any script or spelling; undefined for none or several. */
  async slugOf(name: string): Promise<string | undefined> {
    const [only, ...others] = await this.cities.slugsByName(this.database, name);
    return others.length > 0 ? undefined : only;
  }

  /** Every member and candidate city, by country and name. */
  async all(): Promise<PublicCityName[]> {
    return this.cities.all(this.database);
  }
}
