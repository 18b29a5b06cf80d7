import { Button, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useIntl } from 'react-intl';
import { TextAreaField } from '../../components/field.js';
import { Panel } from '../../components/panel.js';
import { ProblemNotice } from '../../components/problem-notice.js';
import record from '../../components/record.module.css';
import { ChangedElsewhere } from '../../forms/changed-elsewhere.js';
import forms from '../../forms/forms.module.css';
import { MoneyField, readMoney, type WrittenMoney, writtenMoney } from '../../forms/money-field.js';
import { useBasedForm } from '../../forms/use-based-form.js';
import { useText } from '../../i18n/use-text.js';
import { type Quote, useWithdrawQuote, useWriteQuote } from './consulting-way.js';
import type { ConsultingRequest } from './requests.js';

interface WrittenDeliverable {
  title: string;
  /** `2027-03-31`, or empty. */
  dueDay: string;
}

interface QuoteFields {
  scope: string;
  sessions: string;
  deliverables: readonly WrittenDeliverable[];
  fee: WrittenMoney;
  tax: WrittenMoney;
  validUntil: string;
  note: string;
}

const NAMES = {
  scope: 'way.scope',
  sessions: 'way.sessions',
  deliverables: 'way.row.deliverables',
  fee: 'way.fee',
  tax: 'way.tax',
  validUntil: 'way.valid-until',
  note: 'way.note',
} as const;

type Missing = Partial<Record<'scope' | 'sessions' | 'dueDay' | 'fee' | 'tax' | 'validUntil', string>>;

/** Writes a quote, or another version of it; what is missing is said beside its field. */
export function QuoteForm({ request, quote }: { request: ConsultingRequest; quote: Quote | undefined }) {
  const text = useText();
  const { locale } = useIntl();
  const fields = useBasedForm(fieldsOf(quote), quote ? `${quote.id}/${quote.version}` : '');
  const { form } = fields;
  const [missing, setMissing] = useState<Missing>({});
  const write = useWriteQuote(request.id, quote, (saved) => fields.accept(form, fieldsOf(saved)));
  const set = (changes: Partial<QuoteFields>) => {
    setMissing({});
    fields.set(changes);
  };
  const send = () => {
    const found = missingIn(form, text('way.field-missing'));
    setMissing(found);
    const [fee, tax] = [readMoney(form.fee), readMoney({ ...form.tax, currency: form.fee.currency })];
    if (Object.keys(found).length > 0 || !fee) return;
    const { scope, validUntil, note } = form;
    write.mutate({
      ...{ scope, validUntil, fee, language: quote?.language ?? locale, sessions: Number(form.sessions) },
      tax: tax ?? { amountMinor: 0, currency: fee.currency },
      deliverables: form.deliverables.filter(isNamed),
      note: note === '' ? null : note,
    });
  };
  return (
    <Panel title={text(quote ? 'way.quote.revise' : 'way.quote.write')}>
      <div className={forms.form}>
        <p>{text('way.quote.note')}</p>
        <ChangedElsewhere
          editing={fields}
          nameOf={(field) => text(NAMES[field], { currency: form.fee.currency })}
          show={(_, value) => (typeof value === 'string' ? value : text('forms.changed-elsewhere.other'))}
          onTake={set}
        />
        <TextAreaField
          name="scope"
          label={text('way.scope')}
          minRows={3}
          value={form.scope}
          onChange={(event) => set({ scope: event.currentTarget.value })}
          error={missing.scope}
        />
        <TextInput
          id="sessions"
          label={text('way.sessions')}
          inputMode="numeric"
          value={form.sessions}
          onChange={(event) => set({ sessions: event.currentTarget.value })}
          error={missing.sessions}
        />
        <Deliverables
          value={form.deliverables}
          onChange={(deliverables) => set({ deliverables })}
          missing={missing.dueDay}
        />
        <MoneyField name="fee" label={text('way.fee')} value={form.fee} onChange={(fee) => set({ fee })} />
        {missing.fee && <p className={forms.wrong}>{missing.fee}</p>}
        <TextInput
          id="tax"
          label={text('way.tax', { currency: form.fee.currency })}
          inputMode="decimal"
          value={form.tax.amount}
          onChange={(event) => set({ tax: { ...form.tax, amount: event.currentTarget.value } })}
          error={missing.tax}
        />
        <TextInput
          id="valid-until"
          type="date"
          label={text('way.valid-until')}
          value={form.validUntil}
          onChange={(event) => set({ validUntil: event.currentTarget.value })}
          error={missing.validUntil}
        />
        <TextAreaField
          name="note"
          label={text('way.note')}
          minRows={2}
          maxLength={2000}
          value={form.note}
          onChange={(event) => set({ note: event.currentTarget.value })}
        />
        <div>
          <Button loading={write.isPending} onClick={send}>
            {text(quote ? 'way.quote.revise.do' : 'way.quote.submit')}
          </Button>
        </div>
        {write.error && <ProblemNotice error={write.error} />}
        {quote && <Withdraw id={quote.id} />}
      </div>
    </Panel>
  );
}

/** What is handed over and by when, one line each; a line without words is none. */
function Deliverables(props: {
  value: readonly WrittenDeliverable[];
  onChange: (deliverables: readonly WrittenDeliverable[]) => void;
  missing: string | undefined;
}) {
  const { value, onChange, missing } = props;
  const text = useText();
  const change = (at: number, changes: Partial<WrittenDeliverable>) =>
    onChange(value.map((one, index) => (index === at ? { ...one, ...changes } : one)));
  return (
    <fieldset className={forms.group}>
      <legend className={forms.legend}>{text('way.row.deliverables')}</legend>
      <div className={record.stack}>
        {value.map((deliverable, at) => (
          <div key={at} className={forms.pair}>
            <TextInput
              id={`deliverable-${at}`}
              label={text('way.deliverable')}
              maxLength={200}
              value={deliverable.title}
              onChange={(event) => change(at, { title: event.currentTarget.value })}
            />
            <TextInput
              id={`deliverable-due-${at}`}
              type="date"
              label={text('way.deliverable.due')}
              value={deliverable.dueDay}
              onChange={(event) => change(at, { dueDay: event.currentTarget.value })}
              error={isNamed(deliverable) && deliverable.dueDay === '' ? missing : undefined}
            />
          </div>
        ))}
        {value.length < MOST_DELIVERABLES && (
          <div>
            <Button variant="default" onClick={() => onChange([...value, NO_DELIVERABLE])}>
              {text('way.deliverable.add')}
            </Button>
          </div>
        )}
      </div>
    </fieldset>
  );
}

function Withdraw({ id }: { id: string }) {
  const text = useText();
  const withdraw = useWithdrawQuote(id);
  return (
    <div>
      <Button
        variant="subtle"
        color="red"
        loading={withdraw.isPending}
        onClick={() => withdraw.mutate(undefined)}
      >
        {text('way.quote.withdraw')}
      </Button>
      {withdraw.error && <ProblemNotice error={withdraw.error} />}
    </div>
  );
}

const MOST_DELIVERABLES = 20;
const NO_DELIVERABLE: WrittenDeliverable = { title: '', dueDay: '' };
const isNamed = ({ title }: WrittenDeliverable): boolean => title.trim() !== '';

const BLANK: QuoteFields = {
  scope: '',
  sessions: '1',
  deliverables: [NO_DELIVERABLE],
  fee: writtenMoney(null),
  tax: writtenMoney(null),
  validUntil: '',
  note: '',
};

function fieldsOf(quote: Quote | undefined): QuoteFields {
  if (!quote) return BLANK;
  const { scope, sessions, validUntil, deliverables, fee, tax, note } = quote;
  return {
    ...{ scope, validUntil, sessions: String(sessions), note: note ?? '' },
    deliverables: deliverables.length > 0 ? deliverables : [NO_DELIVERABLE],
    ...{ fee: writtenMoney(fee), tax: writtenMoney(tax) },
  };
}

function missingIn(form: QuoteFields, words: string): Missing {
  const tax = readMoney({ ...form.tax, currency: form.fee.currency });
  return {
    ...(form.scope.trim() === '' && { scope: words }),
    ...(!/^\d{1,3}$/.test(form.sessions) && { sessions: words }),
    ...(form.deliverables.some((one) => isNamed(one) && one.dueDay === '') && { dueDay: words }),
    ...(!readMoney(form.fee) && { fee: words }),
    ...(tax === undefined && { tax: words }),
    ...(form.validUntil === '' && { validUntil: words }),
  };
}
