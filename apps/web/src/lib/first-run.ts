import type { components } from '#libs/api-client';
import { queryOptions } from '@tanstack/react-query';
import { api, read } from './api.js';

export type FirstRun = components['schemas']['FirstRunResponse'];

/** How far the signed-in person came with the first steps; version 0 where they never began. */
export const firstRunQuery = queryOptions({
  queryKey: ['me', 'first-run'],
  staleTime: Infinity,
  queryFn: ({ signal }) => read(api.GET('/api/v1/me/first-run', { signal })),
});

/** Begun somewhere and not ended: the next visit goes on there. */
export function isUnderWay({ version, state }: FirstRun): boolean {
  return version > 0 && state === 'open';
}
