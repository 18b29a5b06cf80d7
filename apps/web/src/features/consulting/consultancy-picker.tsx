import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, queryOptions, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { SearchedMultiSelect } from '../../forms/concept-picker.js';
import { useActingOrganization } from '../../lib/acting-organization.js';
import { api, read } from '../../lib/api.js';
import { organizationQuery } from '../../lib/organizations.js';
import { queryClient } from '../../lib/query.js';

const SHOWN = 20;
const SEARCH_AFTER_MS = 200;

/** Consultancies of which the name holds what is being typed; the first ones where nothing is. */
const consultanciesQuery = (organizationId: string, q: string) =>
  queryOptions({
    queryKey: ['o', organizationId, 'organizations', 'consultancies', q],
    staleTime: 60_000,
    placeholderData: keepPreviousData,
    queryFn: ({ signal }) =>
      read(
        api.GET('/api/v1/organizations', {
          params: { query: { kind: ['consultancy'], limit: SHOWN, ...(q !== '' && { q }) } },
          signal,
        }),
      ),
  });

/** What those are called that were chosen, whatever the search has found since. */
const namesQuery = (organizationId: string, ids: readonly string[]) =>
  queryOptions({
    queryKey: ['o', organizationId, 'organizations', 'names', ids],
    staleTime: 60_000,
    placeholderData: keepPreviousData,
    queryFn: () =>
      Promise.all(ids.map((id) => queryClient.fetchQuery(organizationQuery(organizationId, id)))),
  });

/** Consultancies, found by typing: the server searches, for there may be any number of them. */
export function ConsultancyPicker(props: {
  name: string;
  label: string;
  description?: string;
  value: readonly string[];
  /** Not offered. */
  without: readonly string[];
  onChange: (ids: string[]) => void;
}) {
  const { name, label, description, value, without, onChange } = props;
  const organization = useActingOrganization();
  const [typed, setTyped] = useState('');
  const q = useDebouncedValue(typed.trim(), SEARCH_AFTER_MS)[0];
  const { data, isFetching } = useQuery(consultanciesQuery(organization.id, q));
  const found = (data?.items ?? []).filter(({ id }) => !without.includes(id) || value.includes(id));
  const { data: chosen = [] } = useQuery(namesQuery(organization.id, value));
  const missing = value.filter((id) => !found.some((each) => each.id === id));
  const nameOf = (id: string) => chosen.find((card) => card.id === id)?.name ?? '…';
  return (
    <SearchedMultiSelect
      name={name}
      label={label}
      {...(description !== undefined && { description })}
      data={[
        ...found.map((card) => ({ value: card.id, label: card.name })),
        ...missing.map((id) => ({ value: id, label: nameOf(id) })),
      ]}
      value={[...value]}
      searchValue={typed}
      onSearchChange={setTyped}
      isSearching={isFetching || q !== typed.trim()}
      onChange={onChange}
    />
  );
}
