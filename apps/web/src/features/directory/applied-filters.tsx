import { Button } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { useRef } from 'react';
import { useText } from '../../i18n/use-text.js';
import { type DirectorySearch, withoutFilters } from './directory-search.js';
import styles from './directory.module.css';
import { useSearchParts } from './search-parts.js';

/** What narrows the results, each to be taken away by itself, and all of it at once. */
export function AppliedFilters(props: {
  search: DirectorySearch;
  onChange: (search: DirectorySearch) => void;
}) {
  const { search, onChange } = props;
  const text = useText();
  const parts = useSearchParts()(search);
  const list = useRef<HTMLUListElement>(null);
  if (parts.length === 0) return null;
  // What is taken away takes the focus with it; the neighbour has it before.
  const leave = (index: number) => {
    const chips = [...(list.current?.querySelectorAll('button') ?? [])];
    const next = chips[index + 1] ?? chips[index - 1] ?? document.getElementById('q');
    next?.focus();
  };
  return (
    <div className={styles.applied}>
      <ul ref={list} className={styles.chips} aria-label={text('directory.applied')}>
        {parts.map(({ id, label, without }, index) => (
          <li key={id}>
            <button
              type="button"
              className={styles.chip}
              aria-label={text('directory.applied.remove', { label })}
              onClick={() => {
                leave(index);
                onChange(without);
              }}
            >
              {label}
              <IconX size={14} stroke={1.5} aria-hidden />
            </button>
          </li>
        ))}
      </ul>
      <Button
        variant="subtle"
        onClick={() => {
          document.getElementById('q')?.focus();
          onChange(withoutFilters(search));
        }}
      >
        {text('action.clear-filters')}
      </Button>
    </div>
  );
}
