const DAY = 86_400_000;

const formats = new Map<string, Intl.DateTimeFormat>();

function formatOf(zone: string): Intl.DateTimeFormat {
  const known = formats.get(zone);
  if (known) return known;
  const format = new Intl.DateTimeFormat('en-u-ca-gregory-nu-latn', {
    timeZone: zone,
    hourCycle: 'h23',
    ...{ year: 'numeric', month: '2-digit', day: '2-digit' },
    ...{ hour: '2-digit', minute: '2-digit', second: '2-digit' },
  });
  formats.set(zone, format);
  return format;
}

/** The wall clock of an IANA zone at an instant, written as if it were UTC, in milliseconds. */
function wallClock(zone: string, at: number): number {
  const parts = new Map(
    formatOf(zone)
      .formatToParts(at)
      .map(({ type, value }) => [type, Number(value)]),
  );
  const part = (name: Intl.DateTimeFormatPartTypes): number => parts.get(name) ?? 0;
  return Date.UTC(part('year'), part('month') - 1, part('day'), part('hour'), part('minute'), part('second'));
}

/** The calendar day of an instant in an IANA zone: `2026-11-22`. */
export function dayIn(zone: string, at: Date): string {
  return isoDay(wallClock(zone, at.getTime()));
}

/** The first instant of a calendar day in an IANA zone. */
export function startOfDay(zone: string, day: string): Date {
  const wanted = Date.parse(`${day}T00:00:00Z`);
  // Two looks are enough but on a day that begins with a jump; then the third finds the instant after it.
  let at = wanted;
  for (let look = 0; look < 3; look += 1) at += wanted - wallClock(zone, at);
  while (dayIn(zone, new Date(at)) < day) at += 900_000;
  return new Date(at);
}

/** The day so many days later, or earlier. */
export function addDays(day: string, days: number): string {
  return isoDay(Date.parse(`${day}T00:00:00Z`) + days * DAY);
}

/** 1 is Monday, 7 is Sunday (ISO 8601). */
export function weekdayOf(day: string): number {
  return new Date(`${day}T00:00:00Z`).getUTCDay() || 7;
}

function isoDay(milliseconds: number): string {
  return new Date(milliseconds).toISOString().slice(0, 10);
}
