import { Button, Checkbox, NativeSelect, NumberInput, TextInput } from '@mantine/core';
import { useState } from 'react';
import { TextAreaField, TextField } from '../../../components/field.js';
import { ProblemNotice } from '../../../components/problem-notice.js';
import record from '../../../components/record.module.css';
import { useText } from '../../../i18n/use-text.js';
import { parseAmount, writeAmount } from '../../../lib/money.js';
import { AddAnnex } from './annexes-panel.js';
import { type Dossier, useSaveDossier } from './dossiers.js';

const MAX_LONG = 20_000;
const MAX_SHORT = 500;

type Call = NonNullable<Dossier['call']>;
type Question = Call['form'][number];

/** The form of the call's stage, to be answered. */
export function AnswersForm({ dossier, call }: { dossier: Dossier; call: Call }) {
  const text = useText();
  const save = useSaveDossier(dossier.proposalId);
  // Only what was written here: every other answer is as whoever wrote it last has left it.
  const [written, setWritten] = useState<Record<string, unknown>>({});
  const answers: Record<string, unknown> = { ...dossier.answers, ...written };
  const set = (key: string, value: unknown) => setWritten((all) => ({ ...all, [key]: value }));
  const send = () =>
    void save.mutateAsync({ answers: written }).then(
      () => setWritten((now) => changedSince(written, now)),
      () => undefined,
    );
  return (
    <div className={record.block}>
      {call.form.map((question) => (
        <div key={question.key} lang={call.language}>
          {question.kind === 'file' ? (
            <FileQuestion dossier={dossier} question={question} />
          ) : (
            <QuestionField
              question={question}
              currency={call.budgetCurrency ?? 'USD'}
              value={answers[question.key]}
              onChange={(value) => set(question.key, value)}
            />
          )}
        </div>
      ))}
      <div>
        <Button disabled={Object.keys(written).length === 0} loading={save.isPending} onClick={send}>
          {text('dossier.answers.save')}
        </Button>
      </div>
      {save.error && <ProblemNotice error={save.error} />}
    </div>
  );
}

/** What was written after `sent` had gone. */
function changedSince(sent: Record<string, unknown>, now: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(now).filter(([key, value]) => sent[key] !== value));
}

function FileQuestion({ dossier, question }: { dossier: Dossier; question: Question }) {
  const label = labelOf(question);
  const files = dossier.annexes.filter(({ questionKey }) => questionKey === question.key);
  return (
    <>
      {files.map(({ id, title }) => (
        <p key={id}>{title}</p>
      ))}
      <AddAnnex dossier={dossier} questionKey={question.key} label={label} />
    </>
  );
}

const labelOf = ({ words, required }: Question): string => (required ? `${words} *` : words);

function QuestionField(props: {
  question: Question;
  currency: string;
  value: unknown;
  onChange: (value: unknown) => void;
}) {
  const { question, currency, value, onChange } = props;
  const { key, kind, help, maxLength, options } = question;
  const shared = { name: `answer-${key}`, label: labelOf(question), description: help ?? undefined };
  const written = typeof value === 'string' ? value : '';
  const onText = (event: { currentTarget: { value: string } }) => onChange(event.currentTarget.value || null);
  if (kind === 'choices') return <ChoicesField {...{ shared, question, value, onChange }} />;
  if (kind === 'money') return <AmountField {...{ shared, currency, value, onChange }} />;
  if (kind === 'choice') {
    const offered = options.map((each) => ({ value: each.key, label: each.words }));
    const data = [{ value: '', label: '–' }, ...offered];
    return <NativeSelect {...shared} value={written} onChange={onText} data={data} />;
  }
  if (kind === 'number') {
    return (
      <NumberInput
        {...shared}
        value={typeof value === 'number' ? value : ''}
        onChange={(number) => onChange(typeof number === 'number' ? number : null)}
      />
    );
  }
  const plain = { ...shared, value: written, onChange: onText };
  if (kind === 'date') return <TextInput {...plain} type="date" />;
  if (kind === 'long') return <TextAreaField {...plain} maxLength={maxLength ?? MAX_LONG} />;
  return <TextField {...plain} maxLength={maxLength ?? MAX_SHORT} />;
}

function ChoicesField(props: {
  shared: { label: string; description: string | undefined };
  question: Question;
  value: unknown;
  onChange: (value: unknown) => void;
}) {
  const { shared, question, value, onChange } = props;
  return (
    <Checkbox.Group
      label={shared.label}
      description={shared.description}
      value={Array.isArray(value) ? value.map(String) : []}
      onChange={onChange}
    >
      {question.options.map((each) => (
        <Checkbox key={each.key} value={each.key} label={each.words} />
      ))}
    </Checkbox.Group>
  );
}

function AmountField(props: {
  shared: { name: string; label: string; description: string | undefined };
  currency: string;
  value: unknown;
  onChange: (value: unknown) => void;
}) {
  const { shared, currency, value, onChange } = props;
  const text = useText();
  // As it was typed here, while that is what stands.
  const [typed, setTyped] = useState<string | null>(null);
  const amount = (value as { amountMinor?: number } | null | undefined)?.amountMinor;
  const stands = amount === undefined ? '' : writeAmount({ amountMinor: amount, currency });
  const written = typed !== null && (parseAmount(typed, currency) ?? undefined) === amount ? typed : stands;
  const isWrong = written !== '' && parseAmount(written, currency) === null;
  return (
    <TextInput
      {...shared}
      label={`${shared.label} (${currency})`}
      inputMode="decimal"
      value={written}
      error={isWrong ? text('forms.amount.wrong') : undefined}
      onChange={(event) => {
        const next = event.currentTarget.value;
        setTyped(next);
        const amountMinor = parseAmount(next, currency);
        onChange(amountMinor === null ? null : { amountMinor, currency });
      }}
    />
  );
}
