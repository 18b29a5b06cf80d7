import { Button, NativeSelect } from '@mantine/core';
import { TextAreaField, TextField } from '../../components/field.js';
import forms from '../../forms/forms.module.css';
import { useText } from '../../i18n/use-text.js';
import { blankCriterion, blankQuestion, freeKey } from './call-form.js';
import type { Question, Stage } from './call-requests.js';
import styles from './calls.module.css';
import { CheckField } from './check-field.js';
import { CriteriaFields } from './criteria-fields.js';
import { NumberField } from './number-field.js';
import { RemoveButton } from './remove-button.js';
import { fromWall, toWall } from '../../lib/zoned-time.js';

const KINDS = ['short', 'long', 'number', 'money', 'choice', 'choices', 'date', 'file'] as const;

/** One stage: when it takes proposals, by the clock of the call, and the form it asks for. */
export function StageFields(props: {
  stage: Stage;
  zone: string;
  language: string;
  onChange: (stage: Stage) => void;
}) {
  const { stage, zone, language, onChange } = props;
  const text = useText();
  const form = stage.form ?? [];
  const time = (field: 'opensAt' | 'closesAt') => (
    <TextField
      name={`${stage.key}-${field}`}
      type="datetime-local"
      label={text(`calls.field.${field}`)}
      description={zone.replaceAll('_', ' ')}
      value={toWall(stage[field] ?? null, zone)}
      onChange={(event) => onChange({ ...stage, [field]: fromWall(event.currentTarget.value, zone) })}
    />
  );
  return (
    <fieldset className={forms.group}>
      <legend className={forms.legend}>{text(`calls.stage.${stage.key}`)}</legend>
      <div className={forms.form}>
        <div className={forms.pair}>
          {time('opensAt')}
          {time('closesAt')}
        </div>
        {form.map((question, place) => (
          <QuestionFields
            key={question.key}
            name={`${stage.key}-${question.key}`}
            number={place + 1}
            question={question}
            language={language}
            onChange={(changed) => onChange({ ...stage, form: form.with(place, changed) })}
            onRemove={() => onChange({ ...stage, form: form.toSpliced(place, 1) })}
            onRise={
              place === 0
                ? undefined
                : () =>
                    onChange({ ...stage, form: form.toSpliced(place, 1).toSpliced(place - 1, 0, question) })
            }
          />
        ))}
        <div className={styles.bar}>
          <Button
            variant="default"
            onClick={() => {
              const key = freeKey(
                'question',
                form.map((question) => question.key),
              );
              onChange({ ...stage, form: [...form, blankQuestion(key)] });
            }}
          >
            {text('calls.question.add')}
          </Button>
        </div>
        <CheckField
          label={text('calls.own-criteria')}
          checked={stage.criteria !== null && stage.criteria !== undefined}
          onChange={(isChecked) =>
            onChange({
              ...stage,
              criteria: isChecked ? [blankCriterion('criterion-1')] : null,
            })
          }
        />
        {stage.criteria && (
          <CriteriaFields
            criteria={stage.criteria}
            language={language}
            onChange={(criteria) => onChange({ ...stage, criteria })}
          />
        )}
      </div>
    </fieldset>
  );
}

/** One question: what is asked, and with what it is answered. */
function QuestionFields(props: {
  name: string;
  number: number;
  question: Question;
  language: string;
  onChange: (question: Question) => void;
  onRemove: () => void;
  onRise: (() => void) | undefined;
}) {
  const { name, number, question, language, onChange, onRemove, onRise } = props;
  const text = useText();
  const { kind, options = [] } = question;
  const isChoice = kind === 'choice' || kind === 'choices';
  const isText = kind === 'short' || kind === 'long';
  const label = text('calls.question', { number });
  const changeKind = (next: Question['kind']): void =>
    onChange({
      ...question,
      kind: next,
      options: next === 'choice' || next === 'choices' ? options : [],
      maxLength: next === 'short' ? 200 : next === 'long' ? 2_000 : null,
    });
  return (
    <div className={styles.item} role="group" aria-label={label}>
      <TextAreaField
        name={name}
        label={label}
        lang={language}
        minRows={2}
        maxLength={1_000}
        value={question.words}
        onChange={(event) => onChange({ ...question, words: event.currentTarget.value })}
      />
      <TextField
        name={`${name}-help`}
        label={text('calls.question.help')}
        lang={language}
        maxLength={2_000}
        value={question.help ?? ''}
        onChange={(event) => onChange({ ...question, help: event.currentTarget.value || null })}
      />
      <div className={forms.pair}>
        <NativeSelect
          id={`${name}-kind`}
          label={text('calls.question.kind')}
          value={kind}
          onChange={(event) => changeKind(event.currentTarget.value as Question['kind'])}
          data={KINDS.map((value) => ({ value, label: text(`calls.kind.${value}`) }))}
        />
        {isText && (
          <NumberField
            name={`${name}-length`}
            label={text('calls.question.length')}
            value={question.maxLength ?? 0}
            onChange={(length) => onChange({ ...question, maxLength: length || null })}
          />
        )}
      </div>
      {isChoice && (
        <TextAreaField
          name={`${name}-options`}
          label={text('calls.question.options')}
          description={text('calls.question.options.note')}
          lang={language}
          minRows={3}
          value={options.map(({ words }) => words).join('\n')}
          onChange={(event) =>
            onChange({ ...question, options: readOptions(event.currentTarget.value, options) })
          }
        />
      )}
      <div className={styles.bar}>
        <CheckField
          label={text('calls.question.required')}
          checked={question.required}
          onChange={(isChecked) => onChange({ ...question, required: isChecked })}
        />
        {onRise && (
          <Button variant="subtle" onClick={onRise} aria-label={text('calls.rise.named', { name: label })}>
            {text('calls.rise')}
          </Button>
        )}
        <RemoveButton name={label} onClick={onRemove} />
      </div>
    </div>
  );
}

/** One line, one option. An option that stays on its line keeps the name by which answers are kept. */
function readOptions(written: string, known: readonly { key: string; words: string }[]) {
  const lines = written.split('\n');
  const keys = known.map(({ key }) => key);
  return lines.map((words, place) => {
    const key = known[place]?.key ?? freeKey('option', keys);
    keys.push(key);
    return { key, words };
  });
}
