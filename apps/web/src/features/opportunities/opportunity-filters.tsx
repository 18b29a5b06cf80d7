import { NativeSelect } from '@mantine/core';
import record from '../../components/record.module.css';
import { useText } from '../../i18n/use-text.js';
import { type ConceptKind, useConcepts } from '../../lib/taxonomy.js';
import { OPPORTUNITY_STATES, type OpportunitySearch, readOpportunitySearch } from './opportunity-search.js';

/** Narrows the list; every choice stands in the address, so that a link shows the same. */
export function OpportunityFilters(props: {
  search: OpportunitySearch;
  onChange: (search: OpportunitySearch) => void;
  hasOwn: boolean;
}) {
  const { search, onChange, hasOwn } = props;
  const text = useText();
  const set = (name: keyof OpportunitySearch, value: unknown) =>
    onChange(readOpportunitySearch({ ...search, [name]: value === '' ? undefined : value }));
  return (
    <div className={record.filters} role="search" aria-label={text('opportunities.filters')}>
      {hasOwn && (
        <NativeSelect
          label={text('opportunities.whose')}
          value={search.mine ? 'mine' : ''}
          onChange={(event) => set('mine', event.currentTarget.value === 'mine' ? true : undefined)}
          data={[
            { value: '', label: text('opportunities.whose.all') },
            { value: 'mine', label: text('opportunities.whose.mine') },
          ]}
        />
      )}
      {search.mine && (
        <NativeSelect
          label={text('opportunities.state')}
          value={search.state ?? ''}
          onChange={(event) => set('state', event.currentTarget.value)}
          data={[
            { value: '', label: text('opportunities.state.all') },
            ...OPPORTUNITY_STATES.map((value) => ({ value, label: text(`opportunities.state.${value}`) })),
          ]}
        />
      )}
      {FILTERS.map(({ name, kind }) => (
        <ConceptFilter
          key={name}
          kind={kind}
          label={text(`opportunities.filter.${name}`)}
          all={text('opportunities.filter.any')}
          value={search[name] ?? ''}
          onChange={(code) => set(name, code)}
        />
      ))}
    </div>
  );
}

const FILTERS = [
  { name: 'theme', kind: 'theme' },
  { name: 'collaboration', kind: 'collaboration' },
  { name: 'market', kind: 'market' },
] as const satisfies { name: keyof OpportunitySearch; kind: ConceptKind }[];

function ConceptFilter(props: {
  kind: ConceptKind;
  label: string;
  all: string;
  value: string;
  onChange: (code: string) => void;
}) {
  const { kind, label, all, value, onChange } = props;
  const concepts = useConcepts(kind);
  return (
    <NativeSelect
      label={label}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
      data={[{ value: '', label: all }, ...concepts.map((each) => ({ value: each.id, label: each.label }))]}
    />
  );
}
