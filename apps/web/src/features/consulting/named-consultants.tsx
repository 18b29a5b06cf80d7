import { queryOptions, useQuery } from '@tanstack/react-query';
import { SearchedMultiSelect } from '../../forms/concept-picker.js';
import { useText } from '../../i18n/use-text.js';
import { useActingOrganization } from '../../lib/acting-organization.js';
import { api, read } from '../../lib/api.js';

const MOST = 3;

const consultanciesQuery = (organizationId: string) =>
  queryOptions({
    queryKey: ['o', organizationId, 'organizations', 'consultancies'],
    staleTime: 600_000,
    queryFn: ({ signal }) =>
      read(
        api.GET('/api/v1/organizations', {
          params: { query: { kind: ['consultancy'], limit: 100 } },
          signal,
        }),
      ),
  });

/** Consultancies that are asked by name, found by typing; three at most. */
export function NamedConsultants(props: { value: string[]; onChange: (ids: string[]) => void }) {
  const text = useText();
  const organization = useActingOrganization();
  const { data } = useQuery(consultanciesQuery(organization.id));
  return (
    <SearchedMultiSelect
      name="namedConsultants"
      label={text('way.field.named')}
      description={text('way.field.named.note')}
      data={(data?.items ?? []).map(({ id, name }) => ({ value: id, label: name }))}
      value={props.value}
      onChange={(ids) => props.onChange(ids.slice(0, MOST))}
    />
  );
}
