import { QueryClient } from '@tanstack/react-query';
import { ApiProblem } from './api-problem.js';

const MAX_TRIES = 3;

/** Only what may pass by itself is tried again; a refusal is shown at once. */
function worthAnotherTry(failures: number, error: unknown): boolean {
  return failures < MAX_TRIES && error instanceof ApiProblem && error.isPassing;
}

/** One cache for all reads. Stale data is shown at once and refreshed behind; pushes invalidate it. */
export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 30_000,
      gcTime: 10 * 60_000,
      retry: worthAnotherTry,
      retryDelay: (attempt) => Math.min(500 * 2 ** attempt, 8_000),
    },
    // A write carries its Idempotency-Key, so trying it again does the work once.
    mutations: { retry: false, networkMode: 'always' },
  },
});
