import { readMoney } from '../../forms/money-field.js';
import { Outline } from '../../forms/outline.js';
import { useText } from '../../i18n/use-text.js';
import type { RequestForm } from './request-form.js';

const NEEDED = ['title', 'text'] as const satisfies (keyof RequestForm)[];
const HELPFUL = [
  'areas',
  'workingLanguages',
  'mode',
  'budget',
  'deadline',
] as const satisfies (keyof RequestForm)[];

/** What of a request is filled in and what is not. */
export function RequestOutline({ form }: { form: RequestForm }) {
  const text = useText();
  const lines = (fields: readonly ((typeof NEEDED)[number] | (typeof HELPFUL)[number])[]) =>
    fields.map((field) => ({
      field,
      name: text(`consulting.field.${field}`),
      isDone: isFilled(form, field),
    }));
  return (
    <Outline
      title={text('consulting.outline')}
      parts={[
        { name: text('consulting.outline.needed'), lines: lines(NEEDED) },
        { name: text('consulting.outline.helpful'), lines: lines(HELPFUL) },
      ]}
    />
  );
}

function isFilled(form: RequestForm, field: keyof RequestForm): boolean {
  if (field === 'budget') return Boolean(readMoney(form.budget));
  const value = form[field];
  if (typeof value === 'boolean') return value;
  return typeof value === 'string' ? value.trim() !== '' : Array.isArray(value) && value.length > 0;
}
