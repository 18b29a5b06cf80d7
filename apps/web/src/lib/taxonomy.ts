import type { components } from '#libs/api-client';
import { queryOptions, useQuery } from '@tanstack/react-query';
import { useCallback, useMemo } from 'react';
import { useIntl } from 'react-intl';
import { api, read } from './api.js';

export type Concept = components['schemas']['ConceptResponse'];
export type ConceptKind = Concept['kind'];

/** The vocabulary changes with an edition of the product, not within a day. */
const HOURS_12 = 12 * 60 * 60_000;

/** The whole controlled vocabulary with labels in one language; small, so it is read once. */
export const taxonomyQuery = (language: string) =>
  queryOptions({
    queryKey: ['taxonomy', language],
    staleTime: HOURS_12,
    gcTime: HOURS_12,
    queryFn: ({ signal }) => read(api.GET('/api/v1/taxonomy', { params: { query: { language } }, signal })),
  });

/** Concepts of one kind in the reader's language, by name. */
export function useConcepts(kind: ConceptKind): readonly Concept[] {
  const { locale } = useIntl();
  const { data } = useQuery(taxonomyQuery(locale));
  return useMemo(() => {
    const byName = new Intl.Collator(locale);
    return (data?.items ?? [])
      .filter((concept) => concept.kind === kind)
      .sort((a, b) => byName.compare(a.label, b.label));
  }, [data, kind, locale]);
}

/** The label of a code in the reader's language; the code itself where the vocabulary does not know it (yet). */
export function useConceptLabel(): (code: string) => string {
  const { locale } = useIntl();
  const { data } = useQuery(taxonomyQuery(locale));
  const labels = useMemo(() => new Map(data?.items.map(({ id, label }) => [id, label])), [data]);
  return useCallback((code: string) => labels.get(code) ?? code, [labels]);
}
