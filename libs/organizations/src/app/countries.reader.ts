import { Injectable } from '@nestjs/common';
import { Database } from '#libs/platform/database';
import { CountryRepository } from '../data/country.repository.js';
import type { Country } from '../domain/country.js';

const MAX_AGE_MS = 60_000;

/** Countries, held in the memory of the process for a minute. */
@Injectable()
export class CountriesReader {
  private held:
    { readonly at: number; readonly countries: Promise<ReadonlyMap<string, Country>> } | undefined;

  constructor(
    private readonly database: Database,
    private readonly countries: CountryRepository,
  ) {}

  /** All countries by ISO 3166-1 alpha-2 code. */
  async byCode(): Promise<ReadonlyMap<string, Country>> {
    const now = Date.now();
    if (!this.held || now - this.held.at > MAX_AGE_MS) {
      const countries = this.read();
      this.held = { at: now, countries };
      countries.catch(() => (this.held = undefined));
    }
    return this.held.countries;
  }

  private async read(): Promise<ReadonlyMap<string, Country>> {
    const all = await this.countries.all(this.database);
    return new Map(all.map((country) => [country.code, country]));
  }
}
