import { useIntl } from 'react-intl';
import { useMinute } from '../../lib/use-minute.js';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** How long ago something was, in the largest unit that fits. */
export function Age({ since }: { since: string }) {
  const intl = useIntl();
  const age = Math.max(0, Date.parse(useMinute()) - Date.parse(since));
  const [unit, length] =
    age >= DAY
      ? (['day', DAY] as const)
      : age >= HOUR
        ? (['hour', HOUR] as const)
        : (['minute', MINUTE] as const);
  return (
    <time dateTime={since}>
      {intl.formatRelativeTime(-Math.floor(age / length), unit, { numeric: 'auto' })}
    </time>
  );
}
