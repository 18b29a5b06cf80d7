import { readMoney } from '../../forms/money-field.js';
import { Outline } from '../../forms/outline.js';
import type { MessageId } from '../../i18n/locales.js';
import { useText } from '../../i18n/use-text.js';
import type { RequestForm } from './request-form.js';

const NAMES = {
  title: 'consulting.field.title',
  text: 'consulting.field.text',
  goal: 'way.field.goal',
  areas: 'consulting.field.areas',
  workingLanguages: 'consulting.field.workingLanguages',
  mode: 'consulting.field.mode',
  budget: 'consulting.field.budget',
  deadline: 'consulting.field.deadline',
} as const satisfies Partial<Record<keyof RequestForm, MessageId>>;
type Named = keyof typeof NAMES;

const NEEDED: readonly Named[] = ['title', 'text'];
/** The committee is told a little more. */
const NEEDED_BY_COMMITTEE: readonly Named[] = [...NEEDED, 'goal', 'areas'];
const HELPFUL: readonly Named[] = ['areas', 'workingLanguages', 'mode', 'budget', 'deadline'];

/** What of a request is filled in and what is not. */
export function RequestOutline({ form }: { form: RequestForm }) {
  const text = useText();
  const needed = form.kind === 'committee' ? NEEDED_BY_COMMITTEE : NEEDED;
  const lines = (fields: readonly Named[]) =>
    fields.map((field) => ({
      field,
      name: text(NAMES[field]),
      isDone: isFilled(form, field),
    }));
  return (
    <Outline
      title={text('consulting.outline')}
      parts={[
        { name: text('consulting.outline.needed'), lines: lines(needed) },
        {
          name: text('consulting.outline.helpful'),
          lines: lines(HELPFUL.filter((field) => !needed.includes(field))),
        },
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
