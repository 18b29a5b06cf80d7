import { Injectable } from '@nestjs/common';
import { OpportunitiesReader } from '#libs/opportunities';
import { CountriesReader, PublicCitiesReader, type PublicCityName } from '#libs/organizations';
import type { CityFacts, CountryOfCities } from './city-facts.js';

const MAX_OPPORTUNITIES = 12;

/** Gathers what the public pages tell. Nothing here depends on who asks. */
@Injectable()
export class CityPagesReader {
  constructor(
    private readonly cities: PublicCitiesReader,
    private readonly countries: CountriesReader,
    private readonly opportunities: OpportunitiesReader,
  ) {}

  /** The city of this slug; undefined where there is none that the public may know. */
  async city(slug: string): Promise<CityFacts | undefined> {
    const city = await this.cities.bySlug(slug);
    if (!city) return undefined;
    const [countries, opportunities] = await Promise.all([
      this.countries.byCode(),
      this.opportunities.publishedBy(city.id, MAX_OPPORTUNITIES),
    ]);
    return {
      city,
      country: countries.get(city.country)?.names,
      opportunities: opportunities.map(({ title, language }) => ({ title, language })),
    };
  }

  /** Where a city stands that somebody calls so: a former slug, another spelling, another script. */
  async slugOf(name: string): Promise<string | undefined> {
    return this.cities.slugOf(name);
  }

  /** Every member and candidate city, by country. */
  async byCountry(): Promise<CountryOfCities[]> {
    const [cities, countries] = await Promise.all([this.cities.all(), this.countries.byCode()]);
    const groups = new Map<string, PublicCityName[]>();
    for (const city of cities) groups.set(city.country, [...(groups.get(city.country) ?? []), city]);
    return [...groups].map(([code, members]) => ({
      code,
      name: countries.get(code)?.names,
      cities: members,
    }));
  }
}
