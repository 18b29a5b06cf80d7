import type { LocalizedText } from '#libs/kernel';
import type { PublicCity, PublicCityName } from '#libs/organizations';

/** What a public page tells of a city. */
export interface CityFacts {
  readonly city: PublicCity;
  readonly country: LocalizedText | undefined;
  /** Published and still open, newest first. */
  readonly opportunities: readonly { readonly title: string; readonly language: string }[];
}

/** The cities of one country, by name. */
export interface CountryOfCities {
  readonly code: string;
  readonly name: LocalizedText | undefined;
  readonly cities: readonly PublicCityName[];
}
