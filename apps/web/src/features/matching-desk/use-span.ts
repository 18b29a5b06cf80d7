import { useIntl } from 'react-intl';
import { useText } from '../../i18n/use-text.js';

const HOURS_A_DAY = 24;
const DAYS_FROM = 48;

/** A length of time in the unit one would say it in: hours up to two days, days beyond. */
export function useSpan(): (hours: number | null) => string {
  const text = useText();
  const { formatNumber } = useIntl();
  return (hours) => {
    if (hours === null) return text('ledger.not-stated');
    if (hours < DAYS_FROM) return text('health.hours', { hours: Math.round(hours) });
    return text('health.days-long', {
      days: formatNumber(hours / HOURS_A_DAY, { maximumFractionDigits: 1 }),
    });
  };
}
