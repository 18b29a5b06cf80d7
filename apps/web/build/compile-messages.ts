import { execFile } from 'node:child_process';
import { createRequire } from 'node:module';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Plugin } from 'vite';

const run = promisify(execFile);
const formatjs = createRequire(import.meta.url).resolve('@formatjs/cli/bin/formatjs');

/** Locales that must be complete: a key that is missing, left over or uses other values fails the build. */
const COMPLETE_LOCALES = ['en', 'ko'] as const;
const SOURCE_LOCALE = 'en';
const PREFIX = 'virtual:messages/';
/** Ends the name of the module with the messages the first screen does without. */
const REST = '/rest';

/** The part of the compiled ICU tree that is needed to compare two translations. */
interface Node {
  type: number;
  value?: string;
  options?: Record<string, { value: Node[] }>;
  children?: Node[];
}
type Catalog = Record<string, Node[]>;

/**
 * Serves compiled ICU messages made from `<folder>/<locale>.json`, so that no generated file can be stale and a
 * build needs no step before it: `virtual:messages/<locale>` holds those of the first screen, and
 * `virtual:messages/<locale>/rest` all others.
 *
 * @param folder absolute path of the catalogs, `<locale>.json` with id → ICU message
 * @param isFirst whether a message, by its id, belongs to the frame or the home screen
 * @throws when a message is malformed or a complete locale differs from the source in keys or values
 */
export function compileMessages(folder: string, isFirst: (id: string) => boolean): Plugin {
  const path = (locale: string): string => join(folder, `${locale}.json`);
  return {
    name: 'ttn:messages',
    async buildStart() {
      const source = await compile(path(SOURCE_LOCALE));
      for (const locale of COMPLETE_LOCALES) {
        const faults = await findFaults(path(locale), source);
        if (faults.length > 0) this.error(`${path(locale)}:\n  ${faults.join('\n  ')}`);
      }
    },
    resolveId: (id) => (id.startsWith(PREFIX) ? `\0${id}` : undefined),
    async load(id) {
      if (!id.startsWith(`\0${PREFIX}`)) return undefined;
      const isRest = id.endsWith(REST);
      const file = path(id.slice(PREFIX.length + 1, isRest ? -REST.length : undefined));
      this.addWatchFile(file);
      const part = Object.entries(await compile(file)).filter(([message]) => isFirst(message) !== isRest);
      const messages = Object.fromEntries(part.map(([message, nodes]) => [message, plainOr(nodes)]));
      return `export default JSON.parse(${JSON.stringify(JSON.stringify(messages))})`;
    },
  };
}

/** A message without values travels as its text alone; most are such. Element type 0 is literal text. */
function plainOr(nodes: Node[]): Node[] | string {
  const [only, ...others] = nodes;
  return only?.type === 0 && only.value !== undefined && others.length === 0 ? only.value : nodes;
}

async function compile(file: string): Promise<Catalog> {
  const { stdout } = await run(process.execPath, [formatjs, 'compile', '--ast', '--format', 'simple', file], {
    maxBuffer: 16 * 1024 * 1024,
  });
  return JSON.parse(stdout) as Catalog;
}

async function findFaults(file: string, source: Catalog): Promise<string[]> {
  const catalog = await compile(file);
  const written = JSON.parse(await readFile(file, 'utf8')) as Record<string, string>;
  const faults: string[] = [];
  for (const [id, message] of Object.entries(source)) {
    const translated = catalog[id];
    if (!translated || written[id]?.trim() === '') faults.push(`${id} is missing`);
    else if (valuesOf(message) !== valuesOf(translated)) {
      faults.push(`${id} uses {${valuesOf(translated)}} where ${SOURCE_LOCALE} uses {${valuesOf(message)}}`);
    }
  }
  for (const id of Object.keys(catalog)) if (!(id in source)) faults.push(`${id} is not in ${SOURCE_LOCALE}`);
  return faults;
}

/** Names of the values and tags a message takes, sorted; ICU element types 0 and 7 carry no name. */
function valuesOf(message: Node[]): string {
  const names = new Set<string>();
  const visit = (nodes: Node[]): void => {
    for (const node of nodes) {
      if (node.type !== 0 && node.type !== 7 && node.value !== undefined) names.add(node.value);
      for (const option of Object.values(node.options ?? {})) visit(option.value);
      visit(node.children ?? []);
    }
  };
  visit(message);
  return [...names].sort().join(', ');
}
