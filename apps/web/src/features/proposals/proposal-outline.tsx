import { readMoney } from '../../forms/money-field.js';
import { Outline } from '../../forms/outline.js';
import { readPeriod } from '../../forms/period-field.js';
import { useText } from '../../i18n/use-text.js';
import type { ProposalForm } from './proposal-form.js';

const NEEDED = ['title', 'summary'] as const;
const HELPFUL = ['partnersSought', 'themes', 'collaboration', 'budget', 'period'] as const;

/** What of a proposal is filled in and what is not. */
export function ProposalOutline({ form }: { form: ProposalForm }) {
  const text = useText();
  const lines = (fields: readonly (keyof ProposalForm)[]) =>
    fields.map((field) => ({ field, name: text(`proposals.field.${field}`), isDone: isFilled(form, field) }));
  return (
    <Outline
      title={text('proposals.outline')}
      parts={[
        { name: text('proposals.outline.needed'), lines: lines(NEEDED) },
        { name: text('proposals.outline.helpful'), lines: lines(HELPFUL) },
      ]}
    />
  );
}

function isFilled(form: ProposalForm, field: keyof ProposalForm): boolean {
  if (field === 'budget') return Boolean(readMoney(form.budget));
  if (field === 'period') return Boolean(readPeriod(form.period));
  const value = form[field];
  return typeof value === 'string' ? value.trim() !== '' : value.length > 0;
}
