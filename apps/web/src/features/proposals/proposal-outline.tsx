import { IconCircle, IconCircleCheck } from '@tabler/icons-react';
import { Panel } from '../../components/panel.js';
import forms from '../../forms/forms.module.css';
import { readMoney } from '../../forms/money-field.js';
import { readPeriod } from '../../forms/period-field.js';
import { useText } from '../../i18n/use-text.js';
import type { ProposalForm } from './proposal-form.js';
import styles from './proposal.module.css';

const NEEDED = ['title', 'summary'] as const;
const HELPFUL = ['partnersSought', 'themes', 'collaboration', 'budget', 'period'] as const;

/** What is filled in and what is not, each line leading to its field. */
export function ProposalOutline({ form }: { form: ProposalForm }) {
  const text = useText();
  return (
    <aside className={forms.aside} aria-label={text('proposals.outline')}>
      <Panel title={text('proposals.outline')}>
        <p className={styles.part}>{text('proposals.outline.needed')}</p>
        <Lines fields={NEEDED} form={form} />
        <p className={styles.part}>{text('proposals.outline.helpful')}</p>
        <Lines fields={HELPFUL} form={form} />
      </Panel>
    </aside>
  );
}

function Lines({ fields, form }: { fields: readonly (keyof ProposalForm)[]; form: ProposalForm }) {
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
              {text(`proposals.field.${field}`)}
            </a>
            <span className="sr-only">
              {text(isDone ? 'proposals.outline.done' : 'proposals.outline.open')}
            </span>
          </li>
        );
      })}
    </ul>
  );
}

function isFilled(form: ProposalForm, field: keyof ProposalForm): boolean {
  if (field === 'budget') return Boolean(readMoney(form.budget));
  if (field === 'period') return Boolean(readPeriod(form.period));
  const value = form[field];
  return typeof value === 'string' ? value.trim() !== '' : value.length > 0;
}
