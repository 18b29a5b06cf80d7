import { Button, NativeSelect } from '@mantine/core';
import { useState } from 'react';
import { SearchedMultiSelect } from '../../forms/concept-picker.js';
import { useText } from '../../i18n/use-text.js';
import type { Facet } from '../../lib/directory.js';
import styles from './directory.module.css';
import { type DirectorySearch, type FilterName, FILTERS, SORTS } from './directory-search.js';
import { useFilterValueName } from './filter-value-name.js';

/** Narrows the results. Each value says how many results it would leave. */
export function DirectoryFilters(props: {
  search: DirectorySearch;
  facets: readonly Facet[];
  /** So many filters stand there at once; the others when they are asked for. */
  atOnce: number;
  onChange: (search: DirectorySearch) => void;
}) {
  const { search, facets, atOnce, onChange } = props;
  const text = useText();
  const [isOpen, setOpen] = useState(false);
  const shown = isOpen ? FILTERS : FILTERS.slice(0, atOnce);
  return (
    <div className={styles.filters} role="group" aria-label={text('directory.filters')}>
      {shown.map((name) => (
        <Filter
          key={name}
          name={name}
          chosen={search[name] ?? []}
          facet={facets.find(({ field }) => field === name)}
          onChange={(values) => {
            const { [name]: _, ...rest } = search;
            onChange(values.length > 0 ? { ...rest, [name]: values } : rest);
          }}
        />
      ))}
      <NativeSelect
        id="sort"
        label={text('directory.sort')}
        value={search.sort ?? 'relevance'}
        onChange={({ currentTarget: { value } }) => {
          const { sort: _, ...rest } = search;
          const sort = SORTS.find((each) => each === value && each !== 'relevance');
          onChange(sort ? { ...rest, sort } : rest);
        }}
        data={SORTS.map((sort) => ({ value: sort, label: text(`directory.sort.${sort}`) }))}
      />
      <Button
        className={styles.more}
        variant="subtle"
        aria-expanded={isOpen}
        onClick={() => setOpen(!isOpen)}
      >
        {text(isOpen ? 'directory.filters.fewer' : 'directory.filters.more')}
      </Button>
    </div>
  );
}

function Filter(props: {
  name: FilterName;
  chosen: string[];
  facet: Facet | undefined;
  onChange: (values: string[]) => void;
}) {
  const { name, chosen, facet, onChange } = props;
  const text = useText();
  const nameOf = useFilterValueName();
  const counted = facet?.values ?? [];
  const known = new Set(counted.map(({ value }) => value));
  const options = [
    ...counted.map(({ value, count, capped }) => ({
      value,
      label: text(capped ? 'directory.value.capped' : 'directory.value', {
        name: nameOf(name, value),
        count,
      }),
    })),
    // What is chosen and leaves nothing stays in sight, to be taken away again.
    ...chosen.filter((value) => !known.has(value)).map((value) => ({ value, label: nameOf(name, value) })),
  ];
  return (
    <SearchedMultiSelect
      name={name}
      label={text(`directory.filter.${name}`)}
      data={options}
      value={chosen}
      onChange={onChange}
      chosenElsewhere={text('directory.filter.chosen', { count: chosen.length })}
    />
  );
}
