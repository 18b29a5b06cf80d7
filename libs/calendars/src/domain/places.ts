/** What Intl knows of a region; TypeScript's own library does not describe it yet. */
interface RegionFacts {
  readonly weekInfo?: { readonly weekend: readonly number[] };
  getWeekInfo?(): { readonly weekend: readonly number[] };
  readonly timeZones?: readonly string[];
  getTimeZones?(): readonly string[];
}

function factsOf(country: string): RegionFacts {
  return new Intl.Locale('und', { region: country }) as unknown as RegionFacts;
}

/** The weekdays nobody works on in a country (ISO 8601: 6 is Saturday), as CLDR tells them. */
export function weekendOf(country: string): readonly number[] {
  const facts = factsOf(country);
  return (facts.getWeekInfo?.() ?? facts.weekInfo)?.weekend ?? [6, 7];
}

/** Where a country has several zones the person's own is taken if it is one of them; else its first. */
export function zoneOf(country: string, personZone: string): string {
  const facts = factsOf(country);
  const zones = facts.getTimeZones?.() ?? facts.timeZones ?? [];
  return zones.includes(personZone) ? personZone : (zones[0] ?? personZone);
}
