import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { TaxonomyDocument } from '#libs/taxonomy';

const FILE = join('data', 'taxonomy.json');
let loaded: TaxonomyDocument | undefined;

/** The taxonomy that ships with TTN, read once per process. Source: `data/taxonomy.json`. */
export function taxonomyDocument(): TaxonomyDocument {
  return (loaded ??= JSON.parse(readFileSync(findUpwards(import.meta.dirname), 'utf8')) as TaxonomyDocument);
}

/** The built files stand deeper than the sources, so the file is looked for in every folder above this one. */
function findUpwards(start: string): string {
  for (let folder = start; ; folder = dirname(folder)) {
    const candidate = join(folder, FILE);
    if (existsSync(candidate)) return candidate;
    if (folder === dirname(folder)) throw new Error(`${FILE} is missing from this installation.`);
  }
}
