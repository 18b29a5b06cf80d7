import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { SampleData } from '../domain/sample-records.js';

export interface DemoFiles {
  /** CSV of all member cities. */
  cities: string;
  /** CSV of their further spellings. */
  aliases: string;
  sample: SampleData;
}

/** Reads the reference data that ships with TTN. */
export async function readDemoFiles(): Promise<DemoFiles> {
  const folder = dataFolder();
  const [cities, aliases, sample] = await Promise.all(
    ['member-cities.csv', 'city-aliases.csv', 'sample-organizations.json'].map((name) =>
      readFile(join(folder, name), 'utf8'),
    ),
  );
  return { cities: cities ?? '', aliases: aliases ?? '', sample: JSON.parse(sample ?? '{}') as SampleData };
}

/** `data/` beside package.json, whether this runs from the sources or from dist. */
function dataFolder(): string {
  for (let folder = import.meta.dirname; ; folder = dirname(folder)) {
    if (existsSync(join(folder, 'package.json'))) return join(folder, 'data');
    if (folder === dirname(folder)) throw new Error('The folder data/ was not found.');
  }
}
