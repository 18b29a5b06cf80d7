import { Injectable } from '@nestjs/common';
import { OrganizationsReader } from '#libs/organizations';
import { cityNames, compileVocabulary, type Vocabulary } from '#libs/taxonomy';
import { TaxonomyCodes } from '#libs/vocabulary';

/** A search need not know a city's newest spelling at once, and must not read all spellings each time. */
const KEPT_MS = 60_000;

/** The taxonomy and the names of all cities in one tagger, renewed when it is older than a minute. */
@Injectable()
export class SearchVocabulary {
  private kept: { readonly names: string; readonly vocabulary: Vocabulary } | undefined;
  private renewal: Promise<Vocabulary> | undefined;
  private readAt = -Infinity;

  constructor(
    private readonly organizations: OrganizationsReader,
    private readonly codes: TaxonomyCodes,
  ) {}

  async current(): Promise<Vocabulary> {
    if (this.kept && performance.now() - this.readAt < KEPT_MS) return this.kept.vocabulary;
    return (this.renewal ??= this.renew().finally(() => {
      this.renewal = undefined;
    }));
  }

  /** As it is this moment; for what is written down. */
  async renew(): Promise<Vocabulary> {
    const places = await this.organizations.places();
    const names = JSON.stringify(places);
    if (this.kept?.names !== names) {
      const spelled = places.map((place) => ({ id: place.id, names: cityNames(place) }));
      this.kept = { names, vocabulary: compileVocabulary(this.codes.document, spelled) };
    }
    this.readAt = performance.now();
    return this.kept.vocabulary;
  }
}
