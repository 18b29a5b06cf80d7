import type { OpportunityFilter } from '../../lib/opportunities.js';
import type { OpportunitySearch } from './opportunity-search.js';

/** What the server is asked for an address. States are asked of one's own alone. */
export function filterOf({ mine, state, sort, ...filters }: OpportunitySearch): OpportunityFilter {
  const asked = Object.entries(filters).map(([name, value]) => [name, [value]]);
  return {
    ...(Object.fromEntries(asked) as OpportunityFilter),
    ...(mine && { mine, ...(state && { state: [state] }) }),
    ...(sort && { sort }),
  };
}
