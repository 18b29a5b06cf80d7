import { useIntl } from 'react-intl';
import { useText } from '../../i18n/use-text.js';

const EVERY_MONTH = 12;

/** Months of the year by name; all twelve are a year. */
export function Months({ months }: { months: readonly number[] }) {
  const text = useText();
  const { locale, formatList } = useIntl();
  if (months.length === 0) return text('ledger.not-stated');
  if (months.length === EVERY_MONTH) return text('organizations.all-year');
  const format = new Intl.DateTimeFormat(locale, { month: 'short', timeZone: 'UTC' });
  return formatList(months.map((month) => format.format(Date.UTC(2026, month - 1, 1))));
}
