import { ORGANIZATION_KINDS } from '#libs/contracts';
import type { DirectoryFilter, DirectoryQuery } from '../../lib/directory.js';
import type { Area } from '../../map/projection.js';

export const SCOPES = ['organization', 'opportunity', 'person'] as const;
export const SORTS = ['relevance', 'name', 'newest'] as const;
/** Filters of several values, in the order they stand on the screen; the first four without being asked. */
export const FILTERS = [
  'kind',
  'country',
  'theme',
  'language',
  'scope',
  'sector',
  'market',
  'offers',
  'seeks',
] as const satisfies (keyof DirectoryFilter)[];
export type FilterName = (typeof FILTERS)[number];

/** At most so many stand side by side. */
export const MAX_PICKED = 4;

/** The whole state of the screen, as it stands in the address: a link shows the same to everybody. */
export interface DirectorySearch extends Partial<Record<FilterName, string[]>> {
  q?: string;
  sort?: (typeof SORTS)[number];
  /** West, south, east, north, in degrees. */
  area?: [number, number, number, number];
  /** On phones: the map instead of the list. */
  map?: true;
  /** Organizations that are ticked, to be compared. */
  picked?: string[];
}

const CLOSED: Partial<Record<FilterName, readonly string[]>> = { kind: ORGANIZATION_KINDS, scope: SCOPES };
const MAX_QUERY = 200;
const ID = /^[0-9a-f-]{36}$/;

/** Reads an address; what is no state of the screen is left out. */
export function readDirectorySearch(raw: Record<string, unknown>): DirectorySearch {
  const search: DirectorySearch = {};
  const q = typeof raw.q === 'number' ? String(raw.q) : raw.q;
  if (typeof q === 'string' && q.trim() !== '') search.q = q.slice(0, MAX_QUERY);
  for (const name of FILTERS) {
    const values = textsOf(raw[name]).filter((value) => CLOSED[name]?.includes(value) ?? true);
    if (values.length > 0) search[name] = values;
  }
  const sort = SORTS.find((each) => each === raw.sort);
  if (sort && sort !== 'relevance') search.sort = sort;
  const area = readArea(raw.area);
  if (area) search.area = area;
  if (raw.map === true) search.map = true;
  const picked = textsOf(raw.picked).filter((id) => ID.test(id));
  if (picked.length > 0) search.picked = picked.slice(0, MAX_PICKED);
  return search;
}

function textsOf(raw: unknown): string[] {
  const values: unknown[] = Array.isArray(raw) ? raw : [raw];
  return [...new Set(values.filter((value): value is string => typeof value === 'string' && value !== ''))];
}

function readArea(raw: unknown): DirectorySearch['area'] {
  if (!Array.isArray(raw) || raw.length !== 4) return undefined;
  const [west, south, east, north] = raw.map(Number) as [number, number, number, number];
  const isOnEarth = Math.abs(west) <= 180 && Math.abs(east) <= 180 && south >= -90 && north <= 90;
  return isOnEarth && west < east && south < north ? [west, south, east, north] : undefined;
}

export function areaOf({ area }: DirectorySearch): Area | null {
  if (!area) return null;
  const [west, south, east, north] = area;
  return { west, south, east, north };
}

/** What the server is asked for counts and points. */
export function filterOf(search: DirectorySearch): DirectoryFilter {
  const { q, area } = search;
  const filter: Record<string, unknown> = {};
  if (q) filter.q = q;
  if (area) filter.area = area.join(',');
  for (const name of FILTERS) if (search[name]) filter[name] = search[name];
  return filter;
}

export function queryOf(search: DirectorySearch): DirectoryQuery {
  return { ...filterOf(search), ...(search.sort && { sort: search.sort }) };
}

/** Whether anything narrows the results. */
export function isNarrowed({ q, area, ...rest }: DirectorySearch): boolean {
  return q !== undefined || area !== undefined || FILTERS.some((name) => rest[name] !== undefined);
}

/** The same screen without anything that narrows it. */
export function withoutFilters({ map, picked, sort }: DirectorySearch): DirectorySearch {
  return { ...(map && { map }), ...(picked && { picked }), ...(sort && { sort }) };
}

/** `search` with `id` ticked or not. A fifth cannot be ticked. */
export function toggled(search: DirectorySearch, id: string): DirectorySearch {
  const { picked = [], ...rest } = search;
  const next = picked.includes(id) ? picked.filter((each) => each !== id) : [...picked, id];
  return next.length === 0 ? rest : { ...rest, picked: next.slice(0, MAX_PICKED) };
}
