import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type MessageFormatElement, parse, TYPE } from '@formatjs/icu-messageformat-parser';
import type { Plugin } from 'vite';
import { pseudoTranslated } from './pseudo-locale.js';

/** Locales that must be complete: a key that is missing, left over or uses other values fails the build. */
const COMPLETE_LOCALES: readonly string[] = ['en', 'ko'];
const SOURCE_LOCALE = 'en';
/** Made from the source: shows what was not translated and what does not fit. */
const PSEUDO_LOCALE = 'en-XA';
/** The catalog of the frame and the home screen. */
const FIRST_AREA = 'first';
/** Large catalogs of screens that not everybody opens: each is a module of its own. */
const OWN_AREAS: readonly string[] = [
  'admission',
  'calls',
  'consulting-way',
  'dossier',
  'engagements',
  'matches',
  'matching-desk',
  'membership',
  'notification-settings',
  'opportunities',
  'projects',
  'reviews',
  'rooms',
];
const PREFIX = 'virtual:messages/';
/** The module with all messages that no other one has. */
const REST = 'rest';

type Nodes = MessageFormatElement[];
type Catalog = Readonly<Record<string, Nodes>>;
/** The catalogs of one locale. */
type Areas = ReadonlyMap<string, Catalog>;

/**
 * Serves compiled ICU messages made from `<folder>/<locale>/<area>.json`, so that no generated file can be stale and
 * a build needs no step before it: `virtual:messages/<locale>` holds those of the area `first`, the frame and the
 * home screen, `virtual:messages/<locale>/admission` those of an area of its own, and `virtual:messages/<locale>/rest`
 * all others.
 *
 * @param folder absolute path of the locales, each a folder of catalogs with id → ICU message
 * @throws when a message is malformed, or a complete locale differs from the source in keys or values. Any other
 *   locale shows the source where it has nothing, and the build reports it.
 */
export function compileMessages(folder: string): Plugin {
  return {
    name: 'ttn:messages',
    async buildStart() {
      const source = await readAreas(join(folder, SOURCE_LOCALE));
      for (const locale of await localesIn(folder)) {
        const faults = findFaults(source, await readAreas(join(folder, locale)));
        if (faults.length === 0) continue;
        const report = `${locale}:\n  ${faults.join('\n  ')}`;
        if (COMPLETE_LOCALES.includes(locale)) this.error(report);
        else this.warn(report);
      }
    },
    resolveId: (id) => (id.startsWith(PREFIX) ? `\0${id}` : undefined),
    async load(id) {
      if (!id.startsWith(`\0${PREFIX}`)) return undefined;
      const [locale = '', part = FIRST_AREA] = id.slice(PREFIX.length + 1).split('/');
      const source = await readAreas(join(folder, SOURCE_LOCALE));
      const areas = locale === PSEUDO_LOCALE ? source : await readAreas(join(folder, locale));
      const messages: Record<string, Nodes | string> = {};
      for (const [area, catalog] of source) {
        this.addWatchFile(join(folder, SOURCE_LOCALE, `${area}.json`));
        this.addWatchFile(join(folder, locale, `${area}.json`));
        if (partOf(area) !== part) continue;
        for (const [key, nodes] of Object.entries({ ...catalog, ...areas.get(area) })) {
          messages[key] = plainOr(locale === PSEUDO_LOCALE ? pseudoTranslated(nodes) : nodes);
        }
      }
      return `export default JSON.parse(${JSON.stringify(JSON.stringify(messages))})`;
    },
  };
}

/** The part of the messages that an area travels with. */
function partOf(area: string): string {
  return area === FIRST_AREA || OWN_AREAS.includes(area) ? area : REST;
}

async function localesIn(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  return entries.filter((entry) => entry.isDirectory()).map(({ name }) => name);
}

async function readAreas(folder: string): Promise<Areas> {
  const files = (await readdir(folder)).filter((file) => file.endsWith('.json')).sort();
  const areas = files.map(async (file) => {
    const written = JSON.parse(await readFile(join(folder, file), 'utf8')) as Record<string, string>;
    return [file.slice(0, -'.json'.length), compiled(written, join(folder, file))] as const;
  });
  return new Map(await Promise.all(areas));
}

function compiled(written: Readonly<Record<string, string>>, file: string): Catalog {
  const entries = Object.entries(written).map(([id, message]) => {
    try {
      return [id, parse(message, { captureLocation: false })] as const;
    } catch (error) {
      throw new Error(`${file}: ${id}: ${String(error)}`, { cause: error });
    }
  });
  return Object.fromEntries(entries);
}

/** A message without values travels as its text alone; most are such. */
function plainOr(nodes: Nodes): Nodes | string {
  const [only, ...others] = nodes;
  return only?.type === TYPE.literal && others.length === 0 ? only.value : nodes;
}

/** What a locale lacks, has too much, says twice, or says with other values than the source. */
function findFaults(source: Areas, areas: Areas): string[] {
  const faults: string[] = [];
  const seen = new Set<string>();
  for (const [area, catalog] of source) {
    const translated = areas.get(area) ?? {};
    for (const [id, message] of Object.entries(catalog)) {
      if (seen.has(id)) faults.push(`${id} stands in two areas`);
      seen.add(id);
      const other = translated[id];
      if (!other || other.length === 0) faults.push(`${id} is missing`);
      else if (valuesOf(message) !== valuesOf(other)) {
        faults.push(`${id} uses {${valuesOf(other)}} where ${SOURCE_LOCALE} uses {${valuesOf(message)}}`);
      }
    }
  }
  for (const [area, catalog] of areas) {
    const known = source.get(area) ?? {};
    for (const id of Object.keys(catalog)) {
      if (!(id in known)) faults.push(`${id} is not in ${SOURCE_LOCALE}/${area}.json`);
    }
  }
  return faults;
}

/** Names of the values and tags a message takes, sorted. */
function valuesOf(message: Nodes): string {
  const names = new Set<string>();
  const visit = (nodes: Nodes): void => {
    for (const node of nodes) {
      if (node.type !== TYPE.literal && node.type !== TYPE.pound) names.add(node.value);
      if ('options' in node) for (const option of Object.values(node.options)) visit(option.value);
      if ('children' in node) visit(node.children);
    }
  };
  visit(message);
  return [...names].sort().join(', ');
}
