import { MAX_PICKED } from './directory-search.js';

/** What stands side by side, as it stands in the address. */
export interface ComparisonSearch {
  ids: string[];
  /** Only the rows in which they differ. */
  differences?: true;
}

const ID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

export function readComparisonSearch(raw: Record<string, unknown>): ComparisonSearch {
  const values: unknown[] = Array.isArray(raw.ids) ? raw.ids : [raw.ids];
  const ids = values.filter((id): id is string => typeof id === 'string' && ID.test(id));
  const search: ComparisonSearch = { ids: [...new Set(ids)].slice(0, MAX_PICKED) };
  if (raw.differences === true) search.differences = true;
  return search;
}
