import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { cityNames, compileVocabulary, type TaxonomyDocument } from '#libs/taxonomy';
import { figure, type Figure } from '../setting/figures.js';
import { measureRecall, type LanguageRecall } from './tagger-recall.js';
import { readCities, readJson, type SampleData } from './sample-records.js';

/** How fast the tagger reads the sample's own texts, in CPU time (the machine may be shared). */
export interface TaggerFigures {
  readonly compileMilliseconds: number;
  readonly profiles: number;
  readonly bytesPerProfile: number;
  /** Of several batches: on a machine that others use, too, the best of them says most about the tagger. */
  readonly microsecondsPerProfile: Figure;
  readonly megabytesPerSecond: Figure;
  /** What is found of what authors declared, by the language of their texts. */
  readonly recallByLanguage: Readonly<Record<string, LanguageRecall>>;
}

const BATCHES = 10;

const cpuMicroseconds = (): number => {
  const { user, system } = process.cpuUsage();
  return user + system;
};

export function measureTagger(root: string, rounds = 40): TaggerFigures {
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
  const batch = (): number => {
    const start = cpuMicroseconds();
    for (let round = 0; round < rounds; round += 1) readAll();
    return (cpuMicroseconds() - start) / rounds;
  };
  for (let warm = 0; warm < 4; warm += 1) batch();
  const batches = Array.from({ length: BATCHES }, batch);
  return {
    compileMilliseconds: Math.round(compileMilliseconds),
    profiles: texts.length,
    bytesPerProfile: Math.round(bytes / texts.length),
    microsecondsPerProfile: figure(batches.map((spent) => spent / texts.length)),
    megabytesPerSecond: figure(batches.map((spent) => bytes / spent)),
    recallByLanguage: measureRecall(sample, vocabulary),
  };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  console.log(JSON.stringify(measureTagger(process.cwd()), null, 2));
}
