import { Button, Select } from '@mantine/core';
import { useMemo } from 'react';
import { useIntl } from 'react-intl';
import { useText } from '../i18n/use-text.js';
import styles from './forms.module.css';

const SHOWN = 60;
/** Names that changed long ago and that browsers still list under the old one. */
const RENAMED: Readonly<Record<string, string>> = {
  'Asia/Saigon': 'Asia/Ho_Chi_Minh',
  'Asia/Katmandu': 'Asia/Kathmandu',
  'Asia/Calcutta': 'Asia/Kolkata',
  'Asia/Rangoon': 'Asia/Yangon',
};

/** The zone all times are shown in, found by typing a city. */
export function TimeZoneField(props: { value: string; onChange: (timeZone: string) => void }) {
  const { value, onChange } = props;
  const text = useText();
  const { locale } = useIntl();
  const zones = useMemo(() => zonesWith(value, locale), [value, locale]);
  const device = renamed(Intl.DateTimeFormat().resolvedOptions().timeZone);
  return (
    <div className={styles.zone}>
      <Select
        id="timeZone"
        label={text('account.time-zone')}
        description={text('account.time-zone.note')}
        searchable
        allowDeselect={false}
        limit={SHOWN}
        maxDropdownHeight={280}
        nothingFoundMessage={text('account.time-zone.none')}
        comboboxProps={{ transitionProps: { duration: 0 }, shadow: 'md' }}
        value={value}
        onChange={(timeZone) => timeZone !== null && onChange(timeZone)}
        data={zones}
      />
      {device !== value && (
        <Button variant="subtle" onClick={() => onChange(device)}>
          {text('account.time-zone.device', { zone: device })}
        </Button>
      )}
    </div>
  );
}

function zonesWith(value: string, locale: string): { value: string; label: string }[] {
  const names = new Set([value, 'UTC', ...Intl.supportedValuesOf('timeZone').map(renamed)]);
  return [...names]
    .sort()
    .map((name) => ({ value: name, label: `${name.replaceAll('_', ' ')} (${offsetOf(name, locale)})` }));
}

function renamed(name: string): string {
  return RENAMED[name] ?? name;
}

/** `GMT+9`, as it is now. */
function offsetOf(timeZone: string, locale: string): string {
  const parts = new Intl.DateTimeFormat(locale, { timeZone, timeZoneName: 'shortOffset' }).formatToParts();
  return parts.find(({ type }) => type === 'timeZoneName')?.value ?? timeZone;
}
