import { Button, NativeSelect } from '@mantine/core';
import { lazy, Suspense } from 'react';
import { TextAreaField, TextField } from '../../components/field.js';
import { Waiting } from '../../components/waiting.js';
import forms from '../../forms/forms.module.css';
import { useText } from '../../i18n/use-text.js';
import type { CallTerms, Quota } from './call-requests.js';
import styles from './calls.module.css';
import { NumberField } from './number-field.js';
import { RemoveButton } from './remove-button.js';

/** Most rules are for people to judge; lists of countries are fetched with the fields that need them. */
const RuleBounds = lazy(async () => ({ default: (await import('./rule-bounds.js')).RuleBounds }));

export interface ListProps<Value> {
  value: Value;
  onChange: (value: Value) => void;
}

/** Rules of eligibility; their numbers follow their order. */
export function EligibilityFields({
  value,
  onChange,
  language,
}: ListProps<CallTerms['eligibility']> & { language: string }) {
  const text = useText();
  const numbered = (rules: CallTerms['eligibility']): void =>
    onChange(rules.map((rule, place) => ({ ...rule, number: place + 1 })));
  return (
    <fieldset className={forms.group} id="eligibility" tabIndex={-1}>
      <legend className={forms.legend}>{text('calls.field.eligibility')}</legend>
      <div className={forms.form}>
        {value.map((rule, place) => (
          <div key={rule.number} className={styles.item}>
            <TextAreaField
              name={`rule-${rule.number}`}
              label={text('calls.rule', { number: rule.number })}
              lang={language}
              minRows={1}
              maxLength={1_000}
              value={rule.words}
              onChange={(event) => numbered(value.with(place, { ...rule, words: event.currentTarget.value }))}
            />
            <Suspense fallback={<Waiting rows={1} height={72} />}>
              <RuleBounds rule={rule} onChange={(changed) => numbered(value.with(place, changed))} />
            </Suspense>
            <div className={styles.bar}>
              <RemoveButton
                name={text('calls.rule', { number: rule.number })}
                onClick={() => numbered(value.toSpliced(place, 1))}
              />
            </div>
          </div>
        ))}
        <div className={styles.bar}>
          <Button
            variant="default"
            onClick={() => numbered([...value, { number: 0, words: '', kinds: [], countries: [] }])}
          >
            {text('calls.rule.add')}
          </Button>
        </div>
      </div>
    </fieldset>
  );
}

const QUOTA_SHAPES = {
  'sme-least': { key: 'sme', value: '*', bound: 'least' },
  'country-most': { key: 'country', value: '*', bound: 'most' },
  'one-least': { key: 'country', value: 'KR', bound: 'least' },
  'one-most': { key: 'country', value: 'KR', bound: 'most' },
} as const satisfies Record<string, Omit<Quota, 'share'>>;
type QuotaShape = keyof typeof QUOTA_SHAPES;
const SHAPES = Object.keys(QUOTA_SHAPES) as QuotaShape[];

function shapeOf({ key, value, bound }: Quota): QuotaShape {
  if (key === 'sme') return 'sme-least';
  if (value === '*') return 'country-most';
  return bound === 'least' ? 'one-least' : 'one-most';
}

/** Shares of what is accepted: of SMEs, of any single country, of a named one. */
export function QuotaFields({ value, onChange }: ListProps<CallTerms['quotas']>) {
  const text = useText();
  return (
    <fieldset className={forms.group} id="quotas" tabIndex={-1}>
      <legend className={forms.legend}>{text('calls.field.quotas')}</legend>
      <div className={forms.form}>
        {value.map((quota, place) => (
          <QuotaLine
            key={place}
            place={place}
            quota={quota}
            onChange={(changed) => onChange(value.with(place, changed))}
            onRemove={() => onChange(value.toSpliced(place, 1))}
          />
        ))}
        <div className={styles.bar}>
          <Button
            variant="default"
            onClick={() => onChange([...value, { ...QUOTA_SHAPES['sme-least'], share: 30 }])}
          >
            {text('calls.quota.add')}
          </Button>
        </div>
      </div>
    </fieldset>
  );
}

function QuotaLine(props: {
  place: number;
  quota: Quota;
  onChange: (quota: Quota) => void;
  onRemove: () => void;
}) {
  const { place, quota, onChange, onRemove } = props;
  const text = useText();
  const shape = shapeOf(quota);
  const label = text('calls.quota', { number: place + 1 });
  return (
    <div className={styles.item} role="group" aria-label={label}>
      <div className={forms.pair}>
        <NativeSelect
          id={`quota-${place}`}
          label={label}
          value={shape}
          onChange={(event) =>
            onChange({ ...QUOTA_SHAPES[event.currentTarget.value as QuotaShape], share: quota.share })
          }
          data={SHAPES.map((each) => ({ value: each, label: text(`calls.quota.shape.${each}`) }))}
        />
        {shape.startsWith('one') && (
          <TextField
            name={`quota-${place}-country`}
            label={text('calls.quota.country')}
            maxLength={2}
            value={quota.value}
            onChange={(event) => onChange({ ...quota, value: event.currentTarget.value.toUpperCase() })}
          />
        )}
        <NumberField
          name={`quota-${place}-share`}
          label={text('calls.quota.share')}
          value={quota.share}
          onChange={(share) => onChange({ ...quota, share })}
        />
      </div>
      <div className={styles.bar}>
        <RemoveButton name={label} onClick={onRemove} />
      </div>
    </div>
  );
}
