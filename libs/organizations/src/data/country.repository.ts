import { Injectable } from '@nestjs/common';
import type { Reads } from '#libs/platform/database';
import type { Country } from '../domain/country.js';

@Injectable()
export class CountryRepository {
  async all(reads: Reads): Promise<Country[]> {
    return reads.rows<Country>('select iso2 as code, names from country order by iso2');
  }
}
