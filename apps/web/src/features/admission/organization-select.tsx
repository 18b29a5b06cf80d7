import { Select } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useText } from '../../i18n/use-text.js';
import { useActingOrganization } from '../../lib/acting-organization.js';
import { useCountryName } from '../../lib/countries.js';
import type { NamedOrganization } from './applications.js';
import { organizationChoicesQuery } from './organizations-by-name.js';

/** One of those who take part, found by typing a part of its name in any script. */
export function OrganizationSelect(props: {
  name: string;
  label: string;
  description?: string;
  /** ISO 3166-1; whom to offer before anything is typed. */
  country?: string | undefined;
  value: string;
  /** What is chosen, where it was chosen before. */
  chosen: NamedOrganization | null;
  onChange: (id: string) => void;
  error?: string | undefined;
  /** The secretariat takes part too; nobody is recommended by it. */
  withSecretariat?: boolean;
}) {
  const { name, country, value, chosen, onChange, withSecretariat = false, ...rest } = props;
  const text = useText();
  const acting = useActingOrganization();
  const countryName = useCountryName();
  const labelOf = ({
    name: label,
    kind,
    country: code,
  }: Omit<NamedOrganization, 'id' | 'slug' | 'nameLocal'>) =>
    `${label} · ${text(`organization.kind.${kind}`)}, ${countryName(code)}`;
  const [typed, setTyped] = useState('');
  const [picked, setPicked] = useState<{ id: string; label: string } | null>(null);
  const own = picked ?? (chosen && { id: chosen.id, label: labelOf(chosen) });
  const q = useDebouncedValue(typed === own?.label ? '' : typed, 200)[0];
  const { data = [], isFetching } = useQuery(organizationChoicesQuery(acting.id, q, country));
  const choices = data
    .filter(({ id }) => id !== acting.id || withSecretariat)
    .filter(({ kind }) => withSecretariat || kind !== 'secretariat')
    // The label of what is chosen stays as it is: the field would take a new one for what was typed.
    .map((card) => ({ value: card.id, label: card.id === own?.id ? own.label : labelOf(card) }));
  if (own?.id === value && !choices.some((choice) => choice.value === value))
    choices.unshift({ value, label: own.label });
  return (
    <Select
      id={name}
      searchable
      filter={({ options }) => options}
      maxDropdownHeight={280}
      placeholder={text('admission.organization-select')}
      nothingFoundMessage={text(isFetching ? 'app.loading' : 'forms.nothing-found')}
      comboboxProps={{ transitionProps: { duration: 0 }, shadow: 'md' }}
      data={choices}
      value={value === '' ? null : value}
      onSearchChange={setTyped}
      onChange={(id, option) => {
        setPicked(id === null ? null : { id, label: option?.label ?? '' });
        onChange(id ?? '');
      }}
      {...rest}
    />
  );
}
