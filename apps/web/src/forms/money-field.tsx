import { NativeSelect, TextInput } from '@mantine/core';
import { useIntl } from 'react-intl';
import { useText } from '../i18n/use-text.js';
import {
  CURRENCIES,
  currencyExponent,
  formatMoney,
  type Money,
  parseAmount,
  writeAmount,
} from '../lib/money.js';
import styles from './forms.module.css';

/** An amount as it is being typed. */
export interface WrittenMoney {
  amount: string;
  currency: string;
}

export const NO_MONEY: WrittenMoney = { amount: '', currency: 'USD' };

export function writtenMoney(money: Money | null): WrittenMoney {
  return money ? { amount: writeAmount(money), currency: money.currency } : NO_MONEY;
}

/** Null where nothing is written; undefined where it is no amount of that currency. */
export function readMoney({ amount, currency }: WrittenMoney): Money | null | undefined {
  if (amount.trim() === '') return null;
  const amountMinor = parseAmount(amount, currency);
  return amountMinor === null ? undefined : { amountMinor, currency };
}

/** An amount and its currency; what was understood is shown below before anything is sent. */
export function MoneyField(props: {
  name: string;
  label: string;
  value: WrittenMoney;
  onChange: (value: WrittenMoney) => void;
}) {
  const { name, label, value, onChange } = props;
  const text = useText();
  const { locale } = useIntl();
  const money = readMoney(value);
  const decimals = text('forms.decimals', {
    count: currencyExponent(value.currency),
    currency: value.currency,
  });
  const offered: readonly string[] = CURRENCIES;
  return (
    <fieldset className={styles.group}>
      <legend className={styles.legend}>{label}</legend>
      <div className={styles.pair}>
        <TextInput
          id={name}
          label={text('forms.amount')}
          description={decimals}
          inputMode="decimal"
          autoComplete="off"
          value={value.amount}
          onChange={(event) => onChange({ ...value, amount: event.currentTarget.value })}
          error={money === undefined ? text('forms.amount.wrong') : undefined}
        />
        <NativeSelect
          id={`${name}-currency`}
          label={text('forms.currency')}
          description={text('forms.currency.note')}
          value={value.currency}
          onChange={(event) => onChange({ ...value, currency: event.currentTarget.value })}
          data={offered.includes(value.currency) ? [...offered] : [...offered, value.currency]}
        />
      </div>
      <p className={styles.echo} role="status">
        {money ? formatMoney(money, locale) : ''}
      </p>
    </fieldset>
  );
}
