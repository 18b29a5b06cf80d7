const BROWSERS: readonly [name: string, mark: RegExp][] = [
  ['Edge', /Edg\//],
  ['Samsung Internet', /SamsungBrowser\//],
  ['Whale', /Whale\//],
  ['Firefox', /Firefox\//],
  ['Chrome', /Chrome\//],
  ['Safari', /Safari\//],
];
const SYSTEMS: readonly [name: string, mark: RegExp][] = [
  ['Android', /Android/],
  ['iOS', /iPhone|iPad/],
  ['Windows', /Windows/],
  ['macOS', /Macintosh/],
  ['Linux', /Linux/],
];

/** What this browser is called in a list, from what it says of itself. */
export function browserName(userAgent: string): { browser: string; system: string } {
  const named = (names: readonly [string, RegExp][]): string =>
    names.find(([, mark]) => mark.test(userAgent))?.[0] ?? '?';
  return { browser: named(BROWSERS), system: named(SYSTEMS) };
}
