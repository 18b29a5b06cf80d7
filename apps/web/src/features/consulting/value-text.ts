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
    if (Array.isArray(value)) {
      const words = value.map((one) => {
        if (typeof one !== 'string') return text('way.bearer.line', { share: one.shareBasisPoints / 100 });
        return field === 'areas' ? labelOf(one) : languageOf(one);
      });
      return intl.formatList(words);
    }
    if (typeof value !== 'string') return `${value.amount} ${value.currency}`;
    if (field === 'language') return languageOf(value);
    return field === 'mode' && value !== '' ? text(`consulting.mode.${value as 'either'}`) : value;
  };
}
