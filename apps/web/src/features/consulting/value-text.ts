import { useIntl } from 'react-intl';
import { useText } from '../../i18n/use-text.js';
import { useLanguageName } from '../../lib/language-name.js';
import { useConceptLabel } from '../../lib/taxonomy.js';
import type { RequestForm } from './request-form.js';

/** A value of the form in words, for showing what somebody else wrote. */
export function useValueText(): (field: keyof RequestForm, value: RequestForm[keyof RequestForm]) => string {
  const text = useText();
  const intl = useIntl();
  const labelOf = useConceptLabel();
  const languageOf = useLanguageName();
  return (field, value) => {
    if (typeof value === 'boolean') return text(value ? 'consulting.yes' : 'consulting.no');
    if (Array.isArray(value)) return intl.formatList(value.map(field === 'areas' ? labelOf : languageOf));
    if (typeof value !== 'string') return `${value.amount} ${value.currency}`;
    if (field === 'language') return languageOf(value);
    return field === 'mode' && value !== '' ? text(`consulting.mode.${value as 'either'}`) : value;
  };
}
