import { Injectable } from '@nestjs/common';
import type { Actor } from '#libs/kernel';
import { AddEntry, TranslateEntry } from '#libs/profiles';
import { TaxonomyCodes } from '#libs/vocabulary';
import { CITY_FILES } from '../domain/city-files.js';
import { entriesOf } from '../domain/sample-entries.js';
import type { SampleSme } from '../domain/sample-records.js';

/** Gives the profiles of the demo their entries. */
@Injectable()
export class FillProfiles {
  constructor(
    private readonly addEntry: AddEntry,
    private readonly translateEntry: TranslateEntry,
    private readonly codes: TaxonomyCodes,
  ) {}

  /** The file of a city, in its language and in English. */
  async city(actor: Actor, organizationId: string, slug: string, language: string): Promise<void> {
    for (const { entry, english } of CITY_FILES[slug] ?? []) {
      const { id, version } = await this.addEntry.execute(actor, organizationId, { language, ...entry });
      const translation = { language: 'en', origin: 'human', texts: english } as const;
      await this.translateEntry.execute(actor, id, translation, version);
    }
  }

  async sme(actor: Actor, organizationId: string, sme: SampleSme): Promise<void> {
    const labelOf = (code: string): string => this.codes.label(code, 'en');
    for (const entry of entriesOf(sme, labelOf)) await this.addEntry.execute(actor, organizationId, entry);
  }
}
