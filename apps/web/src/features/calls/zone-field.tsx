import { NativeSelect } from '@mantine/core';
import { useMemo } from 'react';
import { useText } from '../../i18n/use-text.js';

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
    <NativeSelect
      id="zone"
      label={text('calls.field.zone')}
      description={text('calls.field.zone.note')}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
      data={zones}
    />
  );
}
