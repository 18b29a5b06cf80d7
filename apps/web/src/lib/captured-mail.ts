import { queryOptions, useQuery } from '@tanstack/react-query';
import { api, read } from './api.js';
import { ApiProblem } from './api-problem.js';

/** Mail is captured in demonstrations only; elsewhere the API has none of it. */
const existenceQuery = queryOptions({
  queryKey: ['captured-mails', 'exist'],
  staleTime: Infinity,
  gcTime: Infinity,
  queryFn: async ({ signal }) => {
    try {
      await read(api.GET('/api/v1/captured-mails', { params: { query: { limit: 1 } }, signal }));
      return true;
    } catch (error) {
      if (error instanceof ApiProblem && error.status === 404) return false;
      throw error;
    }
  },
});

/** Whether the menus offer captured mail; false until it is known. */
export function useHasCapturedMail(): boolean {
  return useQuery(existenceQuery).data ?? false;
}
