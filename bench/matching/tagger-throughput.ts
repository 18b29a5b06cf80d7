import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { cityNames, compileVocabulary, type TaxonomyDocument } from '#libs/taxonomy';
import { readCities, readJson, type SampleData } from './sample-records.js';

/** How fast the tagger reads the sample's own texts, in CPU time (the machine may be shared). */
export interface TaggerFigures {
  readonly compileMilliseconds: number;
  readonly profiles: number;
  readonly bytesPerProfile: number;
  readonly microsecondsPerProfile: number;
  readonly megabytesPerSecond: number;
}

const cpuMicroseconds = (): number => {
  const { user, system } = process.cpuUsage();
  return user + system;
};

export function measureTagger(root: string, rounds = 300): TaggerFigures {
  const taxonomy = readJson<TaxonomyDocument>(join(root, 'data', 'taxonomy.json'));
  const sample = readJson<SampleData>(join(root, 'data', 'sample-organizations.json'));
  const places = readCities(join(root, 'data')).map((city) => ({ id: city.slug, names: cityNames(city) }));
  const compileStart = cpuMicroseconds();
  const vocabulary = compileVocabulary(taxonomy, places);
  const compileMilliseconds = (cpuMicroseconds() - compileStart) / 1000;

  const texts = sample.smes.map((sme) => ({
    text: [sme.profile, sme.offer_text, sme.seek_text].join('\n'),
    language: sme.profile_language,
  }));
  const bytes = texts.reduce((sum, { text }) => sum + Buffer.byteLength(text), 0);
  const readAll = (): void => {
    for (const { text, language } of texts) vocabulary.tag(text, language);
  };
  for (let warm = 0; warm < rounds / 2; warm += 1) readAll();
  const start = cpuMicroseconds();
  for (let round = 0; round < rounds; round += 1) readAll();
  const spent = cpuMicroseconds() - start;
  return {
    compileMilliseconds: Math.round(compileMilliseconds),
    profiles: texts.length,
    bytesPerProfile: Math.round(bytes / texts.length),
    microsecondsPerProfile: Number((spent / rounds / texts.length).toFixed(1)),
    megabytesPerSecond: Number(((bytes * rounds) / spent).toFixed(2)),
  };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  console.log(JSON.stringify(measureTagger(process.cwd()), null, 2));
}
