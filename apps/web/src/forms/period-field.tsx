import { TextInput } from '@mantine/core';
import { useText } from '../i18n/use-text.js';
import styles from './forms.module.css';

/** Two days as they are being chosen, `2027-03-01` or empty. */
export interface WrittenPeriod {
  from: string;
  to: string;
}

export const NO_PERIOD: WrittenPeriod = { from: '', to: '' };

/** Null where nothing is chosen; undefined where it is no period yet, or ends before it begins. */
export function readPeriod({ from, to }: WrittenPeriod): WrittenPeriod | null | undefined {
  if (from === '' && to === '') return null;
  return from !== '' && to !== '' && from <= to ? { from, to } : undefined;
}

/** The first and the last day of something, both included. */
export function PeriodField(props: {
  name: string;
  label: string;
  value: WrittenPeriod;
  onChange: (value: WrittenPeriod) => void;
}) {
  const { name, label, value, onChange } = props;
  const text = useText();
  const isReversed = value.from !== '' && value.to !== '' && value.from > value.to;
  const isHalf = (value.from === '') !== (value.to === '');
  const error = isReversed ? text('forms.period.reversed') : isHalf ? text('forms.period.half') : undefined;
  return (
    <fieldset className={styles.group}>
      <legend className={styles.legend}>{label}</legend>
      <div className={styles.pair}>
        <TextInput
          id={name}
          type="date"
          label={text('forms.period.from')}
          value={value.from}
          onChange={(event) => onChange({ ...value, from: event.currentTarget.value })}
        />
        <TextInput
          id={`${name}-to`}
          type="date"
          label={text('forms.period.to')}
          min={value.from || undefined}
          value={value.to}
          onChange={(event) => onChange({ ...value, to: event.currentTarget.value })}
          error={isReversed}
          aria-describedby={error ? `${name}-note` : undefined}
        />
      </div>
      {error && (
        <p id={`${name}-note`} className={isReversed ? styles.wrong : styles.echo}>
          {error}
        </p>
      )}
    </fieldset>
  );
}
