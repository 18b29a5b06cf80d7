import type { OpportunityFilter, OpportunityState } from '../../lib/opportunities.js';

export const OPPORTUNITY_STATES = [
  'draft',
  'review',
  'published',
  'paused',
  'filled',
  'expired',
  'closed',
] as const satisfies OpportunityState[];

/** The filters of the list, as they stand in the address. */
export interface OpportunitySearch {
  mine?: true;
  state?: OpportunityState;
  theme?: string;
  collaboration?: string;
  market?: string;
}

/** Reads the filters of an address; what is none is left out. */
export function readOpportunitySearch(raw: Record<string, unknown>): OpportunitySearch {
  const search: OpportunitySearch = {};
  if (raw.mine === true) search.mine = true;
  const state = OPPORTUNITY_STATES.find((each) => each === raw.state);
  if (state && search.mine) search.state = state;
  for (const name of ['theme', 'collaboration', 'market'] as const) {
    const code = raw[name];
    if (typeof code === 'string' && code !== '') search[name] = code;
  }
  return search;
}

export function filterOf({
  mine,
  state,
  theme,
  collaboration,
  market,
}: OpportunitySearch): OpportunityFilter {
  return {
    ...(mine && { mine }),
    ...(state && { state: [state] }),
    ...(theme && { theme: [theme] }),
    ...(collaboration && { collaboration: [collaboration] }),
    ...(market && { market: [market] }),
  };
}
