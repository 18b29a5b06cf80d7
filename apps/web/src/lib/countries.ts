import { queryOptions, useQuery } from '@tanstack/react-query';
import { useCallback } from 'react';
import { useIntl } from 'react-intl';
import { api, read } from './api.js';

const HOURS_12 = 12 * 60 * 60_000;

/** Names of countries as the secretariat keeps them. */
export const countriesQuery = queryOptions({
  queryKey: ['countries'],
  staleTime: HOURS_12,
  gcTime: HOURS_12,
  queryFn: ({ signal }) => read(api.GET('/api/v1/countries', { signal })),
});

/** The name of a country (ISO 3166-1) in the reader's language, else in English; the code until it is known. */
export function useCountryName(): (code: string) => string {
  const { locale } = useIntl();
  const { data } = useQuery(countriesQuery);
  return useCallback(
    (code: string) => {
      const names = data?.items.find((country) => country.code === code)?.names ?? [];
      const name =
        names.find(({ language }) => language === locale) ?? names.find(({ language }) => language === 'en');
      return name?.text ?? code;
    },
    [data, locale],
  );
}
