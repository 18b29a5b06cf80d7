import { toCsv } from '#libs/kernel';
import { type Entry, ENTRY_TEXTS, entryOriginals } from './entry.js';
import { originalsOf, type Profile, PROFILE_TEXTS } from './profile.js';
import { localized, type Originals, type Translations } from './translations.js';

/** A fact of a profile in one line; texts have one for each language they are kept in. */
type Line = readonly [
  part: string,
  number: number | '',
  field: string,
  language: string,
  state: string,
  value: string | number,
  checked: string,
];

const HEAD = ['part', 'number', 'field', 'language', 'state', 'value', 'checked'];

/** Lists of codes, months and languages that a profile states of itself. */
const LISTS = [
  'sectors',
  'themes',
  'offers',
  'seeks',
  'markets',
  'languages',
  'certifications',
  'consultingAreas',
  'operatingMonths',
] as const;

/** What an entry states beside its texts; `codes`, `markets` and `months` are lists. */
const DETAILS = [
  'codes',
  'markets',
  'months',
  'capacity',
  'reach',
  'startsOn',
  'endsOn',
  'party',
  'expiresOn',
  'link',
] as const;

/**
 * A profile and its entries for spreadsheets: which part, the number of the entry among its kind, which field, the
 * BCP 47 language and state of a text, the value, and the day on which somebody last said that it is right.
 */
export function profileTable(profile: Profile, entries: readonly Entry[]): string {
  return toCsv([HEAD, ...profileLines(profile), ...entries.flatMap(entryLines)]);
}

function profileLines(profile: Profile): Line[] {
  const checked = day(profile.checkedAt);
  const texts = textLines(PROFILE_TEXTS, originalsOf(profile), profile.translations, profile.updatedAt);
  return [
    ...texts.map(
      ([field, language, state, value]) => ['profile', '', field, language, state, value, checked] as const,
    ),
    ...LISTS.flatMap((field) =>
      values(profile[field]).map((value) => ['profile', '', field, '', '', value, checked] as const),
    ),
  ];
}

function entryLines(entry: Entry): Line[] {
  const checked = day(entry.checkedAt);
  const number = entry.position + 1;
  const texts = textLines(ENTRY_TEXTS, entryOriginals(entry), entry.translations, entry.updatedAt);
  return [
    ...texts.map(
      ([field, language, state, value]) =>
        [entry.kind, number, field, language, state, value, checked] as const,
    ),
    ...DETAILS.flatMap((field) =>
      values(entry[field]).map((value) => [entry.kind, number, field, '', '', value, checked] as const),
    ),
  ];
}

/** The original first, then its translations. */
function textLines<Field extends string>(
  fields: readonly Field[],
  originals: Originals<Field>,
  translations: Translations<Field>,
  at: Date,
): [field: Field, language: string, state: string, text: string][] {
  return fields.flatMap((field) => {
    const versions = Object.entries(localized(originals, translations, field, at)?.texts ?? {});
    const isOriginal = ([language]: [string, unknown]): number => Number(language === originals.language);
    return versions
      .sort((a, b) => isOriginal(b) - isOriginal(a) || a[0].localeCompare(b[0]))
      .map(([language, { state, text }]): [Field, string, string, string] => [field, language, state, text]);
  });
}

type Stated = string | number | null;

const values = (stated: Stated | readonly (string | number)[]): readonly (string | number)[] => {
  if (stated === null) return [];
  return typeof stated === 'object' ? stated : [stated];
};

const day = (at: Date): string => at.toISOString().slice(0, 10);
