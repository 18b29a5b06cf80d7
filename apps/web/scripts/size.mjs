// Weighs what the signed-in home loads, from the manifest of the last build; run after `vite build apps/web`.
// Prints a table of KiB (gzip -9) and exits 1 when a budget is broken.
import { readFileSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import { gzipSync } from 'node:zlib';

const dist = resolve(import.meta.dirname, '../../../dist/web');
const manifest = JSON.parse(readFileSync(resolve(dist, '.vite/manifest.json'), 'utf8'));

const HOME = 'src/features/home/home-page.tsx';
const SOCKET = 'socket.io-client';
/** Words that travel with their own screens. */
const OWN_PARTS = [
  'admission',
  'calls',
  'dossier',
  'engagements',
  'matches',
  'consulting-way',
  'matching-desk',
  'membership',
  'notification-settings',
  'opportunities',
  'projects',
  'reviews',
  'rooms',
];
const LOCALES = ['en', 'ko'];
/** Of the woff2 files, those a screen with Latin and Vietnamese names needs; Cyrillic loads where it occurs. */
const HOME_FONTS = /-(latin|vietnamese)-/;
const BUDGETS = { js: 195, css: 40, fonts: 40, route: 40, locale: 25, map: 30, palette: 40 };

const weights = new Map();
/** Bytes of a file as sent; fonts are compressed already. */
function weigh(file) {
  if (!weights.has(file)) {
    const path = resolve(dist, file);
    const bytes = file.endsWith('.woff2')
      ? statSync(path).size
      : gzipSync(readFileSync(path), { level: 9 }).length;
    weights.set(file, bytes);
  }
  return weights.get(file);
}

/** Chunks a chunk cannot run without, itself included. */
function closure(key, seen = new Set()) {
  if (seen.has(key)) return seen;
  seen.add(key);
  for (const next of manifest[key].imports ?? []) closure(next, seen);
  return seen;
}

const filesOf = (keys) => new Set([...keys].map((key) => manifest[key].file));
const stylesOf = (keys) => new Set([...keys].flatMap((key) => manifest[key].css ?? []));
const sum = (files) => [...files].reduce((total, file) => total + weigh(file), 0);
const find = (what, test) => {
  const key = Object.keys(manifest).find(test);
  if (!key) throw new Error(`The manifest names no ${what}; was the web built?`);
  return key;
};

const entry = find('entry', (key) => manifest[key].isEntry);
const home = find('home screen', (key) => key.endsWith(HOME));
const locales = LOCALES.map((locale) =>
  find(`locale ${locale}`, (key) => key.endsWith(`messages/${locale}`)),
);
/** What most people load of a language: the words of the first screen and the rest. */
const catalogsOf = (locale) =>
  Object.keys(manifest).filter((key) => new RegExp(`messages/${locale}(/rest)?$`).test(key));
const frame = new Set([...closure(entry), ...closure(home)]);
const socket = new Set(
  [...closure(find('socket client', (key) => key.includes(SOCKET)))].filter((key) => !frame.has(key)),
);
const heaviestLocale = Math.max(...locales.map((key) => weigh(manifest[key].file)));
const fonts = Object.values(manifest).flatMap(({ file }) => (/\.woff2$/.test(file) ? [file] : []));
/** Screens, and doors that hold several. */
const routes = Object.keys(manifest).filter((key) =>
  /src\/features\/.*(-page\.tsx|\/screens\.ts)$/.test(key),
);
const nameOf = (key) =>
  key.endsWith('/screens.ts')
    ? `${key.split('/').at(-2)}: door`
    : key.split('/').at(-1).replace('-page.tsx', '');

const rows = [
  ['home: scripts', sum(filesOf(frame)) + heaviestLocale + sum(filesOf(socket)), BUDGETS.js],
  ['home: styles', sum(stylesOf(frame)), BUDGETS.css],
  ['home: fonts', sum(fonts.filter((file) => HOME_FONTS.test(file))), BUDGETS.fonts],
  ...LOCALES.map((locale) => [`locale ${locale}`, sum(filesOf(catalogsOf(locale))), BUDGETS.locale]),
  ...LOCALES.flatMap((locale) =>
    OWN_PARTS.map((part) => [
      `locale ${locale}: ${part}`,
      sum(filesOf(Object.keys(manifest).filter((key) => key.endsWith(`messages/${locale}/${part}`)))),
      BUDGETS.locale,
    ]),
  ),
  ...routes.map((key) => {
    // What opening this screen adds to the frame.
    const own = [...closure(key)].filter((chunk) => !closure(entry).has(chunk));
    return [`screen ${nameOf(key)}`, sum(filesOf(own)), BUDGETS.route];
  }),
];

/** What a part that is loaded on demand adds to the screen that asks for it. */
function added(file, screen) {
  const key = find(file, (name) => name.endsWith(file));
  const there = new Set([
    ...frame,
    ...(screen ? closure(find(screen, (name) => name.endsWith(screen))) : []),
  ]);
  return sum(filesOf([...closure(key)].filter((chunk) => !there.has(chunk))));
}
rows.push(
  ['map, outline included', added('directory/result-map.tsx', 'directory/directory-page.tsx'), BUDGETS.map],
  ['palette', added('palette/palette.tsx'), BUDGETS.palette],
);

let broken = false;
for (const [name, bytes, budget] of rows) {
  const kib = bytes / 1024;
  const over = kib > budget;
  broken ||= over;
  console.log(
    `${over ? 'OVER' : 'ok  '}  ${name.padEnd(28)} ${kib.toFixed(1).padStart(7)} of ${String(budget).padStart(3)} KiB`,
  );
}
console.log(
  `      home loads ${filesOf(frame).size + filesOf(socket).size + 1} scripts and ${stylesOf(frame).size} style sheets`,
);
process.exit(broken ? 1 : 0);
