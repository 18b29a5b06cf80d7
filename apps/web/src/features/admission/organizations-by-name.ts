import type { components } from '#libs/api-client';
import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { api, read } from '../../lib/api.js';
import { admissionKey } from './applications.js';

export type OrganizationCard = components['schemas']['OrganizationCardResponse'];

const SHOWN = 20;
/** Shorter than this, a name is like too many others. */
const LEAST_LETTERS = 2;

interface Asked {
  q?: string;
  country?: string[];
}

async function cards(query: Asked, signal: AbortSignal): Promise<OrganizationCard[]> {
  const found = await read(
    api.GET('/api/v1/organizations', { params: { query: { ...query, limit: SHOWN } }, signal }),
  );
  return found.items.filter(({ state }) => state === 'active');
}

/** Who takes part under a name that holds this one. */
export const membersByName = (organizationId: string, name: string) =>
  queryOptions({
    queryKey: [...admissionKey(organizationId), 'named', name.trim()],
    enabled: name.trim().length >= LEAST_LETTERS,
    staleTime: 60_000,
    queryFn: ({ signal }) => cards({ q: name.trim() }, signal),
  });

/** Who takes part and is called so; nothing typed: those of the country. */
export const organizationChoicesQuery = (organizationId: string, q: string, country: string | undefined) =>
  queryOptions({
    queryKey: [...admissionKey(organizationId), 'choices', q.trim(), country ?? ''],
    staleTime: 60_000,
    placeholderData: keepPreviousData,
    queryFn: ({ signal }) =>
      cards(q.trim() === '' ? (country ? { country: [country] } : {}) : { q: q.trim() }, signal),
  });
