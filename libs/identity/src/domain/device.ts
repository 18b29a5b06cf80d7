/** What kind of program and of machine a person signed in with: enough to know one's own, too little to track. */
export interface DeviceKind {
  readonly browser: Browser;
  readonly system: System;
}

export const BROWSERS = [
  'chrome',
  'edge',
  'firefox',
  'opera',
  'safari',
  'samsung',
  'whale',
  'other',
] as const;
export type Browser = (typeof BROWSERS)[number];

export const SYSTEMS = ['android', 'chromeos', 'ios', 'linux', 'macos', 'windows', 'other'] as const;
export type System = (typeof SYSTEMS)[number];

/** The first that fits counts: most browsers also claim to be the ones below them. */
const BROWSER_MARKS: readonly (readonly [Browser, RegExp])[] = [
  ['edge', /\bEdg(e|A|iOS)?\//],
  ['opera', /\bOPR\//],
  ['samsung', /\bSamsungBrowser\//],
  ['whale', /\bWhale\//],
  ['firefox', /\b(Firefox|FxiOS)\//],
  ['chrome', /\b(Chrome|CriOS|HeadlessChrome)\//],
  ['safari', /\bVersion\/[\d.]+.*\bSafari\//],
];
const SYSTEM_MARKS: readonly (readonly [System, RegExp])[] = [
  ['android', /\bAndroid\b/],
  ['ios', /\b(iPhone|iPad|iPod)\b/],
  ['chromeos', /\bCrOS\b/],
  ['windows', /\bWindows\b/],
  ['macos', /\bMac OS X\b|\bMacintosh\b/],
  ['linux', /\bLinux\b|\bX11\b/],
];

/** The kind of device behind a `User-Agent` header. */
export function deviceKind(userAgent: string | undefined): DeviceKind {
  return { browser: first(BROWSER_MARKS, userAgent), system: first(SYSTEM_MARKS, userAgent) };
}

function first<Code extends string>(
  marks: readonly (readonly [Code, RegExp])[],
  userAgent = '',
): Code | 'other' {
  return marks.find(([, mark]) => mark.test(userAgent))?.[0] ?? 'other';
}
