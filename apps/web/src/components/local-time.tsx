import { useIntl } from 'react-intl';

const MINUTE = 60_000;
const STEPS: readonly [Intl.RelativeTimeFormatUnit, number][] = [
  ['day', 24 * 60 * MINUTE],
  ['hour', 60 * MINUTE],
  ['minute', MINUTE],
];

// Thai would count Buddhist years and some locales twelve hours; officials of sixteen countries share one notation.
const COMMON: Intl.DateTimeFormatOptions = { calendar: 'gregory', hourCycle: 'h23' };
const WITH_ZONE: Intl.DateTimeFormatOptions = {
  weekday: 'short',
  year: 'numeric',
  month: 'short',
  day: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
  timeZoneName: 'short',
};
const SHAPES = {
  time: { hour: '2-digit', minute: '2-digit' },
  clock: { weekday: 'short', hour: '2-digit', minute: '2-digit', timeZoneName: 'short' },
  date: { year: 'numeric', month: 'short', day: 'numeric' },
  day: { weekday: 'long', year: 'numeric', month: 'short', day: 'numeric', timeZoneName: 'short' },
  moment: { weekday: 'short', month: 'short', day: 'numeric', hour: '2-digit', minute: '2-digit' },
  stamp: WITH_ZONE,
  deadline: WITH_ZONE,
} as const satisfies Record<string, Intl.DateTimeFormatOptions>;

/**
 * An instant in the reader's zone, or in the one given. A `clock`, a `day` and a `stamp` name their zone, a `deadline` also says how far
 * it is; a `date` without a clock (`2027-02-28`) stays that day everywhere.
 */
export function LocalTime(props: {
  /** RFC 3339, or a plain date. */
  at: string;
  as?: keyof typeof SHAPES;
  timeZone?: string | undefined;
}) {
  const { at, as = 'moment', timeZone } = props;
  const intl = useIntl();
  const isPlainDate = /^\d{4}-\d{2}-\d{2}$/.test(at);
  const instant = new Date(at);
  const shape = isPlainDate ? SHAPES.date : SHAPES[as];
  const zone = isPlainDate ? 'UTC' : (timeZone ?? intl.timeZone);
  const format = new Intl.DateTimeFormat(intl.locale, { ...COMMON, ...shape, timeZone: zone });
  return (
    <time dateTime={at}>
      {format.format(instant)}
      {as === 'deadline' && ` – ${fromNow(instant, intl.formatRelativeTime)}`}
    </time>
  );
}

function fromNow(
  instant: Date,
  format: (value: number, unit: Intl.RelativeTimeFormatUnit, options: { numeric: 'auto' }) => string,
): string {
  const distance = instant.getTime() - Date.now();
  const [unit, length] =
    STEPS.find(([, size]) => Math.abs(distance) >= size) ?? (['minute', MINUTE] as const);
  return format(Math.round(distance / length), unit, { numeric: 'auto' });
}
