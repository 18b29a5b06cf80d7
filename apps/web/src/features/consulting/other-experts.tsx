import { Checkbox, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import record from '../../components/record.module.css';
import { useText } from '../../i18n/use-text.js';
import { useActingOrganization } from '../../lib/acting-organization.js';
import { namedOrganizationsQuery } from './named-organizations.js';

/** Any consultancy, found by its name: the server searches, for there may be any number of them. */
export function OtherExperts(props: {
  /** Not offered. */
  without: readonly string[];
  chosen: readonly string[];
  isFull: boolean;
  onToggle: (id: string) => void;
}) {
  const { without, chosen, isFull, onToggle } = props;
  const text = useText();
  const organization = useActingOrganization();
  const [q, setQ] = useState('');
  const [known, setKnown] = useState<ReadonlyMap<string, string>>(new Map());
  const { data } = useQuery(namedOrganizationsQuery(organization.id, q.trim(), 'consultancy'));
  const found = new Map((data?.items ?? []).map(({ id, name }) => [id, name]));
  const shown = [...new Map([...known].filter(([id]) => chosen.includes(id)).concat([...found]))].filter(
    ([id]) => !without.includes(id),
  );
  return (
    <div className={record.stack}>
      <TextInput
        id="other-experts"
        type="search"
        label={text('way.experts.other')}
        autoComplete="off"
        value={q}
        onChange={(event) => setQ(event.currentTarget.value)}
      />
      {shown.map(([id, name]) => (
        <Checkbox
          key={id}
          label={name}
          checked={chosen.includes(id)}
          disabled={isFull && !chosen.includes(id)}
          onChange={() => {
            setKnown(new Map([...known, [id, name]]));
            onToggle(id);
          }}
        />
      ))}
      <p role="status">{data && shown.length === 0 && text('forms.nothing-found')}</p>
    </div>
  );
}
