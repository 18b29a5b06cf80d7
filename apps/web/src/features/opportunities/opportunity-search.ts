import type { OpportunityState } from '../../lib/opportunities.js';

/** Filters by one value; each stands in the address under its own name. */
export const OPPORTUNITY_FILTERS = [
  'theme',
  'collaboration',
  'market',
  'country',
  'kind',
  'language',
] as const;
export type FilterName = (typeof OPPORTUNITY_FILTERS)[number];

/** The filters of the list, as they stand in the address. */
export interface OpportunitySearch extends Partial<Record<FilterName, string>> {
  mine?: true;
  state?: OpportunityState;
  sort?: 'deadline' | 'ending';
}

/** Reads the filters of an address; a value that is none the server refuses by name. */
export function readOpportunitySearch({ mine, ...raw }: Record<string, unknown>): OpportunitySearch {
  const known = [...OPPORTUNITY_FILTERS, 'state', 'sort'].filter(
    (name) => raw[name] && raw[name] !== 'newest',
  );
  const search: OpportunitySearch = Object.fromEntries(known.map((name) => [name, String(raw[name])]));
  return mine === true ? { ...search, mine } : search;
}
