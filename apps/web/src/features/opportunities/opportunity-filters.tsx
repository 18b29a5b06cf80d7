import { NativeSelect } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import record from '../../components/record.module.css';
import { useCodeText, useText } from '../../i18n/use-text.js';
import { useActingOrganization } from '../../lib/acting-organization.js';
import { useCountryName } from '../../lib/countries.js';
import { useLanguageName } from '../../lib/language-name.js';
import { useConceptLabel } from '../../lib/taxonomy.js';
import { filterOf } from './opportunity-filter.js';
import { type Facets, facetsQuery } from './opportunity-requests.js';
import {
  type FilterName,
  OPPORTUNITY_FILTERS,
  type OpportunitySearch,
  readOpportunitySearch,
} from './opportunity-search.js';

const FACET_OF: Readonly<Record<FilterName, keyof Facets>> = {
  theme: 'themes',
  collaboration: 'collaboration',
  market: 'markets',
  country: 'countries',
  kind: 'kinds',
  language: 'language',
};
const SORTS = ['newest', 'deadline', 'ending'] as const;

/** Narrows the list; every choice stands in the address, so that a link shows the same. */
export function OpportunityFilters(props: {
  search: OpportunitySearch;
  onChange: (search: OpportunitySearch) => void;
}) {
  const { search, onChange } = props;
  const text = useText();
  const organization = useActingOrganization();
  const { data } = useQuery(facetsQuery(organization.id, filterOf(search)));
  const nameOf = useValueName();
  const set = (name: keyof OpportunitySearch, value: string) =>
    onChange(readOpportunitySearch({ ...search, [name]: value === '' ? undefined : value }));
  const choices = (name: FilterName) => {
    const counted = data?.[FACET_OF[name]] ?? [];
    const chosen = search[name];
    const values = counted.map(({ value, count }) => ({
      value,
      label: text('opportunities.filter.counted', { name: nameOf(name, value), count }),
    }));
    if (chosen && !counted.some(({ value }) => value === chosen)) {
      values.push({
        value: chosen,
        label: text('opportunities.filter.counted', { name: nameOf(name, chosen), count: 0 }),
      });
    }
    return [{ value: '', label: text('opportunities.filter.any') }, ...values];
  };
  return (
    <div className={record.filters} role="search" aria-label={text('opportunities.filters')}>
      {OPPORTUNITY_FILTERS.map((name) => (
        <NativeSelect
          key={name}
          label={text(`opportunities.filter.${name}`)}
          value={search[name] ?? ''}
          onChange={(event) => set(name, event.currentTarget.value)}
          data={choices(name)}
        />
      ))}
      <NativeSelect
        label={text('opportunities.sort')}
        value={search.sort ?? 'newest'}
        onChange={(event) => set('sort', event.currentTarget.value)}
        data={SORTS.map((value) => ({ value, label: text(`opportunities.sort.${value}`) }))}
      />
    </div>
  );
}

/** A value of a filter in the reader's words. */
function useValueName(): (name: FilterName, value: string) => string {
  const code = useCodeText();
  const conceptOf = useConceptLabel();
  const countryOf = useCountryName();
  const languageOf = useLanguageName();
  return (name, value) => {
    switch (name) {
      case 'country':
        return countryOf(value);
      case 'language':
        return languageOf(value);
      case 'kind':
        return code('organization.kind', value, 'organization.kind.partner');
      default:
        return conceptOf(value);
    }
  };
}
