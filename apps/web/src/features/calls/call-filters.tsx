import { NativeSelect } from '@mantine/core';
import record from '../../components/record.module.css';
import { useText } from '../../i18n/use-text.js';
import { useConcepts } from '../../lib/taxonomy.js';
import type { CallSearch } from './call-requests.js';

/** Narrows the list of calls; both choices stand in the address, so that a link shows the same. */
export function CallFilters(props: { search: CallSearch; onChange: (search: CallSearch) => void }) {
  const { search, onChange } = props;
  const { theme, open } = search;
  const text = useText();
  const themes = useConcepts('theme');
  return (
    <div className={record.filters} role="search" aria-label={text('calls.filters')}>
      <NativeSelect
        label={text('calls.filter.theme')}
        value={theme ?? ''}
        onChange={({ currentTarget: { value } }) =>
          onChange({ ...(value && { theme: value }), ...(open && { open }) })
        }
        data={[
          { value: '', label: text('calls.filter.any') },
          ...themes.map(({ id, label }) => ({ value: id, label })),
        ]}
      />
      <NativeSelect
        label={text('calls.filter.open')}
        value={open ?? ''}
        onChange={({ currentTarget: { value } }) =>
          onChange({ ...(theme && { theme }), ...(value === 'us' && { open: 'us' }) })
        }
        data={[
          { value: '', label: text('calls.filter.open.all') },
          { value: 'us', label: text('calls.filter.open.us') },
        ]}
      />
    </div>
  );
}
