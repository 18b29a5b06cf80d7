import { Injectable } from '@nestjs/common';
import { readLocalized } from '#libs/kernel';
import { CountriesReader, type OrganizationCard } from '#libs/organizations';
import { TaxonomyCodes } from '#libs/vocabulary';
import type { MatchFact } from '../domain/match.js';

/** Types of facts whose values are ids of organizations. */
const NAMED: ReadonlySet<string> = new Set(['organization', 'names', 'city', 'city_sought']);
const LANGUAGES: ReadonlySet<string> = new Set(['language', 'language_required']);
const COUNTRIES: ReadonlySet<string> = new Set(['country', 'country_sought']);

/** Ids of the organizations whose names the words for these facts need. */
export function organizationsIn(facts: readonly MatchFact[]): string[] {
  return facts.flatMap(({ type, value }) => (NAMED.has(type) ? [String(value)] : []));
}

/** Says a fact in words of one language. */
export type SayFact = (fact: MatchFact) => string;

/** Finds words for facts: labels of codes, names of places, languages and countries; numbers stay numbers. */
@Injectable()
export class FactWords {
  constructor(
    private readonly codes: TaxonomyCodes,
    private readonly countries: CountriesReader,
  ) {}

  /** The BCP 47 languages there are labels in. */
  get languages(): readonly string[] {
    return this.codes.document.languages;
  }

  /** @param cards the organizations of {@link organizationsIn} */
  async in(language: string, cards: ReadonlyMap<string, OrganizationCard>): Promise<SayFact> {
    const countries = await this.countries.byCode();
    const languageNames = new Intl.DisplayNames([language, 'en'], { type: 'language' });
    return ({ type, value }) => {
      const text = String(value);
      if (NAMED.has(type)) return nameIn(language, cards.get(text)) ?? text;
      if (LANGUAGES.has(type)) return languageNames.of(text) ?? text;
      const country = COUNTRIES.has(type) ? countries.get(text) : undefined;
      if (country) return readLocalized(country.names, language).text;
      return this.codes.label(text, language);
    };
  }
}

/** Korean readers know Korean organizations by their Korean names; all others go by the Latin one. */
function nameIn(language: string, card: OrganizationCard | undefined): string | undefined {
  if (language === 'ko' && card?.country === 'KR' && card.nameLocal) return card.nameLocal;
  return card?.name;
}
