import type { Organization, Profile } from '../../lib/organizations.js';

/** One organization as far as the reader may see it; null profile where nothing is stated. */
export interface Compared {
  organization: Organization;
  profile: Profile | null;
}

/** What a cell holds: words of somebody, or values with names of their own in every language. */
export type Cell =
  | { kind: 'words'; text: string | null; language: string | null }
  | { kind: 'codes' | 'languages' | 'countries' | 'months'; values: readonly (string | number)[] };

export const ROWS = [
  'kind',
  'country',
  'city',
  'membership',
  'summary',
  'themes',
  'sectors',
  'offers',
  'offerText',
  'seeks',
  'seekText',
  'markets',
  'languages',
  'certifications',
  'consultingAreas',
  'operatingMonths',
] as const;
export type RowName = (typeof ROWS)[number];
export interface Row {
  name: RowName;
  cells: Cell[];
  isEqual: boolean;
}

/** The table: a row for each thing that at least one of them states. */
export function rowsOf(compared: readonly Compared[]): Row[] {
  return ROWS.flatMap((name) => {
    const cells = compared.map(CELLS[name]);
    if (cells.every(isSilent)) return [];
    const [first, ...others] = cells.map(meaningOf);
    return [{ name, cells, isEqual: others.every((meaning) => meaning === first) }];
  });
}

export function isSilent(cell: Cell): boolean {
  return cell.kind === 'words' ? !cell.text : cell.values.length === 0;
}

/** Equal for cells that say the same, whatever the order it is said in. */
function meaningOf(cell: Cell): string {
  if (cell.kind === 'words') return cell.text ?? '';
  return [...cell.values].map(String).sort().join('\n');
}

const words = (text: string | null, language: string | null = null): Cell => ({
  kind: 'words',
  text,
  language,
});
const stated =
  (field: 'summary' | 'offerText' | 'seekText') =>
  ({ profile }: Compared): Cell =>
    words(profile?.[field] ?? null, profile?.language);
const coded =
  (field: CodedField) =>
  ({ profile }: Compared): Cell => ({ kind: 'codes', values: profile?.[field] ?? [] });
type CodedField =
  'themes' | 'sectors' | 'offers' | 'seeks' | 'markets' | 'certifications' | 'consultingAreas';

const CELLS: Readonly<Record<RowName, (compared: Compared) => Cell>> = {
  kind: ({ organization }) => ({ kind: 'codes', values: [`organization.kind.${organization.kind}`] }),
  country: ({ organization }) => ({ kind: 'countries', values: [organization.country] }),
  city: ({ organization }) => words(organization.city),
  membership: ({ organization }) => ({
    kind: 'codes',
    values: [`organizations.membership.${organization.tpoMembership}`],
  }),
  summary: stated('summary'),
  themes: coded('themes'),
  sectors: coded('sectors'),
  offers: coded('offers'),
  offerText: stated('offerText'),
  seeks: coded('seeks'),
  seekText: stated('seekText'),
  markets: coded('markets'),
  languages: ({ organization, profile }) => ({
    kind: 'languages',
    values: profile?.languages ?? organization.languages,
  }),
  certifications: coded('certifications'),
  consultingAreas: coded('consultingAreas'),
  operatingMonths: ({ profile }) => ({ kind: 'months', values: profile?.operatingMonths ?? [] }),
};
