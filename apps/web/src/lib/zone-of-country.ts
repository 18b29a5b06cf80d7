/** Zones of a region as CLDR lists them; the first spelling is a property of older browsers. */
type Regional = Intl.Locale & { timeZones?: string[]; getTimeZones?: () => string[] };

/** China keeps one official time, though CLDR also lists what western clocks show. */
const OFFICIAL: Readonly<Record<string, string>> = { CN: 'Asia/Shanghai' };

/**
 * The time zone of a country whose clocks all show the same now; null for those with several (Russia, Indonesia)
 * and where the browser has no list.
 *
 * @param country ISO 3166-1 alpha-2
 * @returns IANA
 */
export function zoneOfCountry(country: string): string | null {
  const official = OFFICIAL[country];
  if (official) return official;
  const region = new Intl.Locale('und', { region: country }) as Regional;
  const zones = region.getTimeZones?.() ?? region.timeZones ?? [];
  const clocks = new Set(zones.map(offsetNow));
  return clocks.size === 1 ? (zones[0] ?? null) : null;
}

function offsetNow(timeZone: string): string {
  return new Intl.DateTimeFormat('en', { timeZone, timeZoneName: 'longOffset' }).format(new Date());
}
