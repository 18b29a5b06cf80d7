import { Select } from '@mantine/core';
import { useMemo } from 'react';
import { useText } from '../../i18n/use-text.js';

const SHOWN = 60;

/** The zone in which the deadlines of a call are meant. */
export function ZoneField({ value, onChange }: { value: string; onChange: (zone: string) => void }) {
  const text = useText();
  const zones = useMemo(
    () =>
      [...new Set([value, 'UTC', ...Intl.supportedValuesOf('timeZone')])]
        .sort()
        .map((zone) => ({ value: zone, label: zone.replaceAll('_', ' ') })),
    [value],
  );
  return (
    <Select
      id="zone"
      label={text('calls.field.zone')}
      description={text('calls.field.zone.note')}
      searchable
      allowDeselect={false}
      limit={SHOWN}
      maxDropdownHeight={280}
      nothingFoundMessage={text('forms.nothing-found')}
      comboboxProps={{ transitionProps: { duration: 0 }, shadow: 'md' }}
      value={value}
      onChange={(zone) => zone !== null && onChange(zone)}
      data={zones}
    />
  );
}
