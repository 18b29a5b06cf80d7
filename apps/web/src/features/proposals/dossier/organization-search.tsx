import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { TextField } from '../../../components/field.js';
import record from '../../../components/record.module.css';
import { useText } from '../../../i18n/use-text.js';
import { api, read } from '../../../lib/api.js';

const MIN_LETTERS = 2;

/** Finds an organization by its name, in any script, to ask it for something. */
export function OrganizationSearch(props: {
  name: string;
  label: string;
  action: string;
  kind?: 'city';
  /** Those who need no asking any more. */
  without: readonly string[];
  onChoose: (organizationId: string) => void;
}) {
  const { name, label, action, kind, without, onChoose } = props;
  const text = useText();
  const [q, setQ] = useState('');
  const term = q.trim();
  const { data } = useQuery({
    queryKey: ['organization-search', kind, term],
    enabled: term.length >= MIN_LETTERS,
    queryFn: ({ signal }) =>
      read(
        api.GET('/api/v1/organizations', {
          params: { query: { q: term, limit: 6, ...(kind && { kind: [kind] }) } },
          signal,
        }),
      ),
  });
  const found = (data?.items ?? []).filter(({ id }) => !without.includes(id));
  return (
    <div>
      <TextField
        name={name}
        label={label}
        autoComplete="off"
        value={q}
        onChange={(event) => setQ(event.currentTarget.value)}
      />
      {term.length >= MIN_LETTERS && data && found.length === 0 && (
        <p className={record.sub}>{text('dossier.search.none')}</p>
      )}
      {found.map((one) => (
        <div key={one.id} className={record.line}>
          <span>
            {one.name}
            {one.nameLocal && ` · ${one.nameLocal}`}
          </span>
          <Button
            size="compact-sm"
            variant="default"
            aria-label={`${action}: ${one.name}`}
            onClick={() => {
              setQ('');
              onChoose(one.id);
            }}
          >
            {action}
          </Button>
        </div>
      ))}
    </div>
  );
}
