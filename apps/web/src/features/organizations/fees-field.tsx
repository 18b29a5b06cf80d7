import { NativeSelect, TextInput } from '@mantine/core';
import forms from '../../forms/forms.module.css';
import { useText } from '../../i18n/use-text.js';
import { CURRENCIES } from '../../lib/money.js';
import { readFees, type WrittenFees } from './profile-form.js';

const UNITS = ['hour', 'day', 'project'] as const satisfies WrittenFees['per'][];

/** A range of fees, its currency and what it is for. */
export function FeesField({
  value,
  onChange,
}: {
  value: WrittenFees;
  onChange: (fees: WrittenFees) => void;
}) {
  const text = useText();
  const offered: readonly string[] = CURRENCIES;
  const isWrong = readFees(value) === undefined;
  return (
    <fieldset className={forms.group}>
      <legend className={forms.legend}>{text('profile.fees')}</legend>
      <div className={forms.pair}>
        {(['min', 'max'] as const).map((end) => (
          <TextInput
            key={end}
            id={end === 'min' ? 'fees' : 'fees-max'}
            label={text(`profile.fees.${end}`)}
            inputMode="decimal"
            autoComplete="off"
            value={value[end]}
            onChange={(event) => onChange({ ...value, [end]: event.currentTarget.value })}
            error={isWrong}
            aria-describedby={isWrong ? 'fees-note' : undefined}
          />
        ))}
        <NativeSelect
          id="fees-currency"
          label={text('forms.currency')}
          value={value.currency}
          onChange={(event) => onChange({ ...value, currency: event.currentTarget.value })}
          data={offered.includes(value.currency) ? [...offered] : [...offered, value.currency]}
        />
        <NativeSelect
          id="fees-per"
          label={text('profile.fees.per')}
          value={value.per}
          onChange={(event) =>
            onChange({ ...value, per: UNITS.find((unit) => unit === event.currentTarget.value) ?? 'day' })
          }
          data={UNITS.map((unit) => ({ value: unit, label: text(`profile.fees.per.${unit}`) }))}
        />
      </div>
      {isWrong && (
        <p id="fees-note" className={forms.wrong}>
          {text('profile.fees.wrong')}
        </p>
      )}
    </fieldset>
  );
}
