import { queryOptions } from '@tanstack/react-query';
import type { InterestList } from './interest-search.js';
import { api, read } from './api.js';
import { interestsKey, type InterestFilter } from './matches.js';

const FILTERS: Readonly<Record<InterestList, InterestFilter>> = {
  'for-us': { direction: 'received', state: ['sent'] },
  'for-them': { direction: 'sent', state: ['sent'] },
  agreed: { state: ['accepted'] },
  past: { state: ['declined', 'withdrawn', 'expired'] },
};

export function filterOf(list: InterestList): InterestFilter {
  return FILTERS[list];
}

/** How many wait for the organization's answer. */
export const waitingCountQuery = (organizationId: string) =>
  queryOptions({
    queryKey: [...interestsKey(organizationId), 'waiting-count'],
    queryFn: async ({ signal }) => {
      const query = { ...FILTERS['for-us'], limit: 1, total: true };
      const page = await read(api.GET('/api/v1/interests', { params: { query }, signal }));
      return page.total ?? 0;
    },
  });
