import { useIntl } from 'react-intl';
import { useLanguageName } from '../../lib/language-name.js';
import { useConceptLabel } from '../../lib/taxonomy.js';
import type { ProposalForm } from './proposal-form.js';

/** A value of the form in words, for showing what somebody else wrote. */
export function useValueText(): (
  field: keyof ProposalForm,
  value: ProposalForm[keyof ProposalForm],
) => string {
  const intl = useIntl();
  const labelOf = useConceptLabel();
  const languageOf = useLanguageName();
  return (field, value) => {
    if (typeof value === 'string') return field === 'language' ? languageOf(value) : value;
    if (Array.isArray(value)) return intl.formatList(value.map(labelOf));
    return 'amount' in value ? `${value.amount} ${value.currency}` : `${value.from} – ${value.to}`;
  };
}
