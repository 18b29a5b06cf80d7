import { IconCircle, IconCircleCheck } from '@tabler/icons-react';
import { Panel } from '../../components/panel.js';
import forms from '../../forms/forms.module.css';
import { readMoney } from '../../forms/money-field.js';
import { useText } from '../../i18n/use-text.js';
import styles from './consulting.module.css';
import type { RequestForm } from './request-form.js';

const NEEDED = ['title', 'text'] as const satisfies (keyof RequestForm)[];
const HELPFUL = [
  'areas',
  'workingLanguages',
  'mode',
  'budget',
  'deadline',
] as const satisfies (keyof RequestForm)[];

/** What is filled in and what is not, each line leading to its field. */
export function RequestOutline({ form }: { form: RequestForm }) {
  const text = useText();
  return (
    <aside className={forms.aside} aria-label={text('consulting.outline')}>
      <Panel title={text('consulting.outline')}>
        <p className={styles.part}>{text('consulting.outline.needed')}</p>
        <Lines fields={NEEDED} form={form} />
        <p className={styles.part}>{text('consulting.outline.helpful')}</p>
        <Lines fields={HELPFUL} form={form} />
      </Panel>
    </aside>
  );
}

function Lines({ fields, form }: { fields: readonly (keyof RequestForm)[]; form: RequestForm }) {
  const text = useText();
  return (
    <ul className={styles.lines}>
      {fields.map((field) => {
        const isDone = isFilled(form, field);
        const Mark = isDone ? IconCircleCheck : IconCircle;
        return (
          <li key={field} className={isDone ? styles.done : undefined}>
            <Mark size={18} stroke={1.5} aria-hidden />
            <a
              href={`#${field}`}
              onClick={(event) => {
                event.preventDefault();
                document.getElementById(field)?.focus();
              }}
            >
              {text(`consulting.field.${field}`)}
            </a>
            <span className="sr-only">
              {text(isDone ? 'consulting.outline.done' : 'consulting.outline.open')}
            </span>
          </li>
        );
      })}
    </ul>
  );
}

function isFilled(form: RequestForm, field: keyof RequestForm): boolean {
  if (field === 'budget') return Boolean(readMoney(form.budget));
  const value = form[field];
  if (typeof value === 'boolean') return value;
  return typeof value === 'string' ? value.trim() !== '' : Array.isArray(value) && value.length > 0;
}
