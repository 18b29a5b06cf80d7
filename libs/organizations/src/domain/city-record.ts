import { CERTAINTIES, type OrganizationState } from '#libs/contracts';
import { codePoints, type FieldError, isLanguageTag, isStorable } from '#libs/kernel';

/** Columns of an import file; `data/member-cities.csv` is the model. */
export const CITY_COLUMNS = [
  'slug',
  'name_en',
  'name_local',
  'country_iso2',
  'admin_region',
  'lat',
  'lon',
  'population_approx',
  'languages',
  'membership',
  'source',
  'certainty',
  'coord_source',
  'note',
] as const;
export type CityColumn = (typeof CITY_COLUMNS)[number];
export type CityRow = Readonly<Record<CityColumn, string>>;

/** How each kind of membership is kept. */
const MEMBERSHIPS: Readonly<Record<string, { kind: 'city' | 'partner'; state: OrganizationState }>> = {
  city_member: { kind: 'city', state: 'active' },
  candidate: { kind: 'city', state: 'candidate' },
  industry_member: { kind: 'partner', state: 'active' },
};

const MAX_LENGTH = 2_000;

/** What is wrong with a row, one entry per column; `line` is its line in the file, counted from 1. */
export function checkCityRow(row: CityRow, line: number, countries: ReadonlySet<string>): FieldError[] {
  const checks: readonly [CityColumn, boolean, string][] = [
    ['slug', /^[a-z0-9]+(-[a-z0-9]+)*$/.test(row.slug), 'lower-case letters, digits and single hyphens'],
    ['name_en', row.name_en.trim() !== '' && codePoints(row.name_en) <= 200, '1 to 200 characters'],
    ['name_local', codePoints(row.name_local) <= 200, 'at most 200 characters'],
    ['country_iso2', countries.has(row.country_iso2), 'an ISO 3166-1 alpha-2 code'],
    ['lat', isNumberWithin(row.lat, 90), 'degrees from -90 to 90, or nothing'],
    ['lon', isNumberWithin(row.lon, 180), 'degrees from -180 to 180, or nothing'],
    ['lon', (row.lat === '') === (row.lon === ''), 'both coordinates or none'],
    ['population_approx', /^\d{0,9}$/.test(row.population_approx), 'a whole number, or nothing'],
    ['languages', listOf(row.languages).every(isLanguageTag), 'BCP 47 tags with ; between them'],
    ['membership', row.membership in MEMBERSHIPS, `one of ${Object.keys(MEMBERSHIPS).join(', ')}`],
    ['certainty', CERTAINTIES.some((known) => known === row.certainty), `one of ${CERTAINTIES.join(', ')}`],
  ];
  const unstorable = CITY_COLUMNS.filter(
    (column) => !isStorable(row[column]) || row[column].length > MAX_LENGTH,
  );
  return [
    ...checks.filter(([, holds]) => !holds).map(([column, , expected]) => problem(line, column, expected)),
    ...unstorable.map((column) => problem(line, column, `text of at most ${MAX_LENGTH} characters`)),
  ];
}

/** The organization a checked row describes. */
export function toOrganizationRecord(row: CityRow) {
  const { kind, state } = MEMBERSHIPS[row.membership] ?? { kind: 'partner', state: 'candidate' };
  return {
    slug: row.slug,
    kind,
    state,
    name: row.name_en.trim(),
    nameLocal: orNull(row.name_local),
    country: row.country_iso2,
    cityId: null,
    adminRegion: orNull(row.admin_region),
    lat: numberOrNull(row.lat),
    lon: numberOrNull(row.lon),
    populationApprox: numberOrNull(row.population_approx),
    languages: listOf(row.languages),
    tpoMembership: row.membership,
    certainty: row.certainty,
    membershipSource: orNull(row.source),
    membershipNote: orNull(row.note),
    fictional: false,
    demo: false,
  };
}

/** One finding in an import file. */
export function problem(line: number, column: string, expected: string): FieldError {
  return {
    pointer: `/${line}/${column}`,
    code: 'organization/import-field',
    detail: `line ${line}, ${column}: expected ${expected}`,
  };
}

const listOf = (text: string): string[] => text.split(';').filter((item) => item !== '');
const orNull = (text: string): string | null => (text.trim() === '' ? null : text.trim());
const numberOrNull = (text: string): number | null => (text === '' ? null : Number(text));
const isNumberWithin = (text: string, bound: number): boolean =>
  text === '' || (/^-?\d+(\.\d+)?$/.test(text) && Math.abs(Number(text)) <= bound);
