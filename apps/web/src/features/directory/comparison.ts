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
    const cells = compared.map((each) => cellOf(name, each));
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

function cellOf(name: RowName, { organization, profile }: Compared): Cell {
  const stated = (text: string | null | undefined): Cell => ({
    kind: 'words',
    text: text ?? null,
    language: profile?.language ?? null,
  });
  switch (name) {
    case 'kind':
      return { kind: 'codes', values: [`organization.kind.${organization.kind}`] };
    case 'membership':
      return { kind: 'codes', values: [`organizations.membership.${organization.tpoMembership}`] };
    case 'country':
      return { kind: 'countries', values: [organization.country] };
    case 'city':
      return { kind: 'words', text: organization.city, language: null };
    case 'summary':
    case 'offerText':
    case 'seekText':
      return stated(profile?.[name]);
    case 'languages':
      return { kind: 'languages', values: profile?.languages ?? organization.languages };
    case 'operatingMonths':
      return { kind: 'months', values: profile?.operatingMonths ?? [] };
    default:
      return { kind: 'codes', values: profile?.[name] ?? [] };
  }
}
