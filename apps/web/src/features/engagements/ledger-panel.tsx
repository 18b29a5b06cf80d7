import { Button, NativeSelect } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useIntl } from 'react-intl';
import { TextField } from '../../components/field.js';
import { LocalTime } from '../../components/local-time.js';
import { Panel } from '../../components/panel.js';
import { ProblemNotice } from '../../components/problem-notice.js';
import record from '../../components/record.module.css';
import forms from '../../forms/forms.module.css';
import { useText } from '../../i18n/use-text.js';
import { formatMoney, parseAmount } from '../../lib/money.js';
import { type Engagement, useInvoice, usePayment, useReversal } from './engagements.js';
import styles from './engagements.module.css';
import { useNameOf } from './organization-names.js';
import { WordsForm } from './words-form.js';

/** Facts about fees; nothing is paid here, nothing is edited. */
export function LedgerPanel({ engagement }: { engagement: Engagement }) {
  const text = useText();
  const nameOf = useNameOf();
  const { locale } = useIntl();
  const reverse = useReversal(engagement);
  const { balances, entries, parties, terms, abilities } = engagement;
  const money = (amountMinor: number) => formatMoney({ amountMinor, currency: terms.currency }, locale);
  const payer = (id: string) => nameOf(parties.find((party) => party.id === id)?.organization ?? null);
  return (
    <Panel
      title={text('engagements.ledger')}
      rows={entries.map(({ id, kind, reference, day, owedMinor, reason, isReversed, partyId }) => (
        <li key={id} className={record.entry}>
          <div className={record.head}>
            <span className={record.strong}>{text(`engagements.entry.${kind}`)}</span>
            <span>{money(Math.abs(owedMinor))}</span>
          </div>
          <span className={record.sub}>
            {payer(partyId)} · {reference} · <LocalTime at={day} />
            {isReversed && ` · ${text('engagements.reversed')}`}
          </span>
          {reason && <span className={record.sub}>{reason}</span>}
          {abilities.record && kind !== 'reversal' && !isReversed && (
            <WordsForm
              name={`reverse-${id}`}
              open="engagements.do.reverse"
              label="engagements.reason"
              send="engagements.do.reverse"
              isPending={reverse.isPending}
              error={reverse.error}
              onSend={({ words }) => reverse.mutate({ entryId: id, reason: words })}
            />
          )}
        </li>
      ))}
    >
      <p className={forms.note}>{text('engagements.ledger.note')}</p>
      {balances.map(({ partyId, invoicedMinor, paidMinor, outstandingMinor }) => (
        <table key={partyId} className={styles.table}>
          <caption>{payer(partyId)}</caption>
          <tbody>
            {(
              [
                ['engagements.invoiced', invoicedMinor],
                ['engagements.paid', paidMinor],
                ['engagements.outstanding', outstandingMinor],
              ] as const
            ).map(([label, amount]) => (
              <tr key={label}>
                <th scope="row">{text(label)}</th>
                <td className={styles.amount}>{money(amount)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      ))}
      {abilities.record && <RecordForm engagement={engagement} />}
    </Panel>
  );
}

function RecordForm({ engagement }: { engagement: Engagement }) {
  const text = useText();
  const nameOf = useNameOf();
  const { currency } = engagement.terms;
  const payers = engagement.parties.filter(({ partMinor }) => partMinor > 0);
  const [kind, setKind] = useState('invoice');
  const [partyId, setParty] = useState(payers[0]?.id ?? '');
  const [reference, setReference] = useState('');
  const [day, setDay] = useState('');
  const [amount, setAmount] = useState('');
  const [tax, setTax] = useState('');
  const invoice = useInvoice(engagement);
  const payment = usePayment(engagement);
  const amountMinor = parseAmount(amount, currency);
  const taxMinor = tax.trim() === '' ? 0 : parseAmount(tax, currency);
  const isReady = reference.trim() !== '' && day !== '' && amountMinor !== null && taxMinor !== null;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!isReady) return;
    const fact = { partyId, reference, day };
    const onSuccess = () => {
      setAmount('');
      setTax('');
      setReference('');
    };
    if (kind === 'invoice') invoice.mutate({ ...fact, feeMinor: amountMinor, taxMinor }, { onSuccess });
    else payment.mutate({ ...fact, amountMinor }, { onSuccess });
  };
  const error = invoice.error ?? payment.error;
  return (
    <form className={forms.form} onSubmit={submit} noValidate>
      <NativeSelect
        label={text('engagements.record')}
        value={kind}
        onChange={(event) => setKind(event.currentTarget.value)}
        data={[
          { value: 'invoice', label: text('engagements.entry.invoiced') },
          { value: 'payment', label: text('engagements.entry.paid') },
        ]}
      />
      <NativeSelect
        label={text('engagements.payer')}
        value={partyId}
        onChange={(event) => setParty(event.currentTarget.value)}
        data={payers.map(({ id, organization }) => ({ value: id, label: nameOf(organization) }))}
      />
      <TextField
        name="ledger-reference"
        label={text('engagements.reference')}
        maxLength={100}
        value={reference}
        onChange={(event) => setReference(event.currentTarget.value)}
      />
      <TextField
        name="ledger-day"
        type="date"
        label={text('engagements.ledger.day')}
        value={day}
        onChange={(event) => setDay(event.currentTarget.value)}
      />
      <TextField
        name="ledger-amount"
        inputMode="decimal"
        label={text(kind === 'invoice' ? 'engagements.fee-in' : 'engagements.amount-in', { currency })}
        value={amount}
        onChange={(event) => setAmount(event.currentTarget.value)}
      />
      {kind === 'invoice' && (
        <TextField
          name="ledger-tax"
          inputMode="decimal"
          label={text('engagements.tax-in', { currency })}
          value={tax}
          onChange={(event) => setTax(event.currentTarget.value)}
        />
      )}
      {error && <ProblemNotice error={error} />}
      <div>
        <Button
          type="submit"
          variant="default"
          disabled={!isReady}
          loading={invoice.isPending || payment.isPending}
        >
          {text('engagements.do.record')}
        </Button>
      </div>
    </form>
  );
}
