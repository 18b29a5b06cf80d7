import { Injectable } from '@nestjs/common';
import type { LocalizedText } from '#libs/kernel';
import type { Reads } from '#libs/platform/database';

export interface Country {
  /** ISO 3166-1 alpha-2. */
  readonly code: string;
  readonly names: LocalizedText;
}

@Injectable()
export class CountryRepository {
  async all(reads: Reads): Promise<Country[]> {
    return reads.rows<Country>('select iso2 as code, names from country order by iso2');
  }
}
