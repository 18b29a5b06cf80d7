import { ROLE_PERMISSIONS, type OrganizationKind } from '#libs/contracts';
import { codePoints, type FieldError, isLanguageTag, isOneLine, isStorable } from '#libs/kernel';
import { problem } from './city-record.js';
import { emailDomainKey } from './email-domain.js';
import { foldName, nameKey } from './fold-name.js';
import { registrationKey } from './registration-number.js';

/** Columns of a file of organizations; `data/sample-organizations.csv` is the model. */
export const ORGANIZATION_COLUMNS = [
  'slug',
  'kind',
  'name',
  'name_local',
  'aliases',
  'country_iso2',
  'city',
  'admin_region',
  'languages',
  'website',
  'registration_number',
  'email_domain',
  'state',
] as const;
export type OrganizationColumn = (typeof ORGANIZATION_COLUMNS)[number];
export type OrganizationRow = Readonly<Record<OrganizationColumn, string>>;

/** What may be imported: cities have a file of their own, the secretariat is there. */
const KINDS: readonly string[] = Object.keys(ROLE_PERMISSIONS).filter(
  (kind) => kind !== 'city' && kind !== 'secretariat',
);
const STATES = ['active', 'candidate'];
const MAX_LENGTH = 2_000;
const MAX_NAME = 200;

/** What must be known to check a row. */
export interface ImportSurroundings {
  /** ISO 3166-1 alpha-2. */
  readonly countries: ReadonlySet<string>;
  /** Ids of cities by slug. */
  readonly cities: ReadonlyMap<string, string>;
}

/** An organization of the file, as it is written. */
export interface ImportedOrganization {
  readonly slug: string;
  readonly kind: OrganizationKind;
  readonly name: string;
  readonly nameFolded: string;
  readonly nameLocal: string | null;
  readonly aliases: readonly string[];
  readonly country: string;
  readonly cityId: string | null;
  readonly adminRegion: string | null;
  readonly languages: readonly string[];
  readonly website: string | null;
  readonly registrationNumber: string | null;
  readonly registrationKey: string | null;
  readonly emailDomain: string | null;
  readonly emailDomainKey: string | null;
  /** Of a new row; that of a known organization stays. */
  readonly state: string;
}

/** What is wrong with a row, one entry per column; `line` is its line in the file, counted from 1. */
export function checkOrganizationRow(
  row: OrganizationRow,
  line: number,
  { countries, cities }: ImportSurroundings,
): FieldError[] {
  const checks: readonly [OrganizationColumn, boolean, string][] = [
    ['slug', /^[a-z0-9]+(-[a-z0-9]+)*$/.test(row.slug), 'lower-case letters, digits and single hyphens'],
    ['kind', KINDS.includes(row.kind), `one of ${KINDS.join(', ')}`],
    ['name', nameKey(row.name) !== '' && isName(row.name), `1 to ${MAX_NAME} characters on one line`],
    ['name_local', isName(row.name_local), `at most ${MAX_NAME} characters on one line`],
    [
      'aliases',
      listOf(row.aliases).every(isName),
      `names of at most ${MAX_NAME} characters with ; between them`,
    ],
    ['country_iso2', countries.has(row.country_iso2), 'an ISO 3166-1 alpha-2 code'],
    ['city', row.city === '' || cities.has(row.city), 'the slug of a city that is known, or nothing'],
    ['admin_region', isName(row.admin_region), `at most ${MAX_NAME} characters on one line`],
    ['languages', listOf(row.languages).every(isLanguageTag), 'BCP 47 tags with ; between them'],
    [
      'website',
      row.website === '' || isWebsite(row.website),
      'an address with http:// or https://, or nothing',
    ],
    ['registration_number', codePoints(row.registration_number) <= 60, 'at most 60 characters'],
    ['email_domain', row.email_domain === '' || isDomain(row.email_domain), 'a domain, or nothing'],
    ['state', row.state === '' || STATES.includes(row.state), `one of ${STATES.join(', ')}, or nothing`],
  ];
  const unstorable = ORGANIZATION_COLUMNS.filter(
    (column) => !isStorable(row[column]) || row[column].length > MAX_LENGTH,
  );
  return [
    ...checks.filter(([, holds]) => !holds).map(([column, , expected]) => problem(line, column, expected)),
    ...unstorable.map((column) => problem(line, column, `text of at most ${MAX_LENGTH} characters`)),
  ];
}

/** The organization a checked row describes. */
export function toImportedOrganization(
  row: OrganizationRow,
  cities: ReadonlyMap<string, string>,
): ImportedOrganization {
  const name = row.name.trim();
  const number = orNull(row.registration_number);
  const domain = orNull(row.email_domain);
  return {
    slug: row.slug,
    kind: row.kind as OrganizationKind,
    name,
    nameFolded: foldName(name) || name,
    nameLocal: orNull(row.name_local),
    aliases: listOf(row.aliases),
    country: row.country_iso2,
    cityId: cities.get(row.city) ?? null,
    adminRegion: orNull(row.admin_region),
    languages: listOf(row.languages),
    website: orNull(row.website),
    registrationNumber: number,
    registrationKey: number && (registrationKey(number, row.country_iso2) || null),
    emailDomain: domain,
    emailDomainKey: domain && emailDomainKey(domain),
    state: row.state || 'active',
  };
}

const listOf = (text: string): string[] =>
  text
    .split(';')
    .map((item) => item.trim())
    .filter((item) => item !== '');
const orNull = (text: string): string | null => (text.trim() === '' ? null : text.trim());
const isName = (text: string): boolean => codePoints(text) <= MAX_NAME && isOneLine(text);
const isWebsite = (text: string): boolean =>
  text.length <= 300 && URL.canParse(text) && /^https?:$/.test(new URL(text).protocol);
const isDomain = (text: string): boolean =>
  /^(?!-)([\p{L}\p{N}\p{M}-]+\.)+[\p{L}\p{N}\p{M}-]{2,}$/u.test(text.trim());
