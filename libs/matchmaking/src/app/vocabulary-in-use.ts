import { Injectable } from '@nestjs/common';
import { OrganizationsReader } from '#libs/organizations';
import { cityNames, compileVocabulary, type Vocabulary } from '#libs/taxonomy';
import { TaxonomyCodes } from '#libs/vocabulary';

/** The taxonomy and the names of all cities, compiled into one tagger and kept until a name changes. */
@Injectable()
export class VocabularyInUse {
  private compiled: { readonly names: string; readonly vocabulary: Vocabulary } | undefined;

  constructor(
    private readonly organizations: OrganizationsReader,
    private readonly codes: TaxonomyCodes,
  ) {}

  /** The same object for as long as it is up to date, so that readings may be kept by it. */
  async current(): Promise<Vocabulary> {
    const places = await this.organizations.places();
    const names = JSON.stringify(places);
    if (this.compiled?.names !== names) {
      const spelled = places.map((place) => ({ ...place, names: cityNames(place) }));
      this.compiled = { names, vocabulary: compileVocabulary(this.codes.document, spelled) };
    }
    return this.compiled.vocabulary;
  }
}
