/** A day on which nobody works in a country. */
export interface Holiday {
  readonly id: string;
  /** ISO 3166-1 alpha-2. */
  readonly country: string;
  readonly day: string;
  /** As the country calls it. */
  readonly name: string;
  /** BCP 47 of `name`. */
  readonly language: string;
  readonly nameEn: string;
  /** `library`: found by the holiday library; `secretariat`: written by hand, or changed. */
  readonly source: HolidaySource;
  readonly version: number;
}

export const HOLIDAY_SOURCES = ['library', 'secretariat'] as const;
export type HolidaySource = (typeof HOLIDAY_SOURCES)[number];

/** One as another feature sees it: the name in its own language and in English. */
export interface HolidayName {
  readonly local: string;
  readonly language: string;
  readonly en: string;
}

/** What is known of one country. */
export interface CountryCalendar {
  readonly country: string;
  /** Years whose holidays are known, ascending. */
  readonly years: readonly number[];
}

/** Years outside of which nothing is planned. */
export const FIRST_YEAR = 2020;
export const LAST_YEAR = 2100;
