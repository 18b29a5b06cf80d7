import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  compileVocabulary,
  conceptsOf,
  readByMeaning,
  type EmbeddingProvider,
  type TaxonomyDocument,
  type WrittenText,
} from '../index.js';
import { sentencesOf } from './sentences.js';

const words = compileVocabulary(
  JSON.parse(
    readFileSync(join(__dirname, '..', '..', '..', '..', 'data', 'taxonomy.json'), 'utf8'),
  ) as TaxonomyDocument,
  [],
);

/** A model of three dimensions: how often a text speaks of rest, of stars and of money, in two languages. */
const STEMS = [
  ['wellness', 'quiet', 'breath', 'calm', '고요', '숨'],
  ['stargazing', 'milky', 'constellation', '은하수'],
  ['finance', 'lend', 'loan'],
];

class SmallModel implements EmbeddingProvider {
  readonly model = 'small-1';
  readonly closeEnough = 0.9;
  readonly asked: WrittenText[] = [];

  embed(texts: readonly WrittenText[]): Promise<Float32Array[]> {
    this.asked.push(...texts);
    return Promise.resolve(
      texts.map(({ text }) =>
        Float32Array.from(STEMS, (stems) =>
          stems.reduce((sum, stem) => sum + text.toLowerCase().split(stem).length - 1, 0),
        ),
      ),
    );
  }
}

const text = 'We rent boats. Guests breathe deeply in quiet, calm rooms! And golf.';
const written = { text, language: 'en' };

it('finds what a sentence means without naming it, as weak evidence with the sentence for a quotation', async () => {
  const vocabulary = await readByMeaning(words, new SmallModel());
  await vocabulary.understand([written]);
  const quote = 'Guests breathe deeply in quiet, calm rooms';
  const start = text.indexOf(quote);
  expect(conceptsOf([], written, vocabulary)).toContainEqual({
    id: 'thm.wellness',
    kind: 'theme',
    weight: 0.4,
    evidence: { quote, language: 'en', start, end: start + quote.length },
  });
  expect(text.slice(start, start + quote.length)).toBe(quote);
});

it('meets across languages where no word does', async () => {
  const vocabulary = await readByMeaning(words, new SmallModel());
  const korean = { text: '고요한 방에서 깊은 숨을 쉽니다.', language: 'ko' };
  await vocabulary.understand([written, korean]);
  const [english, other] = [written, korean].map((each) =>
    conceptsOf([], each, vocabulary).map(({ id }) => id),
  );
  expect(english).toContain('thm.wellness');
  expect(other).toContain('thm.wellness');
});

it('leaves what is named or ticked as it was', async () => {
  const vocabulary = await readByMeaning(words, new SmallModel());
  const named = { text: 'Wellness is calm and quiet breath.', language: 'en' };
  await vocabulary.understand([named]);
  const themes = (each: typeof words): object[] =>
    each.tag(named.text, 'en').filter(({ kind }) => kind === 'theme');
  expect(themes(vocabulary)).toEqual(themes(words));
  expect(conceptsOf(['thm.stargazing'], written, vocabulary)[0]).toMatchObject({
    id: 'thm.stargazing',
    weight: 1,
  });
});

it('reads by words alone what it was not given to understand, or without a model', async () => {
  const vocabulary = await readByMeaning(words, new SmallModel());
  expect(vocabulary.tag(text, 'en')).toEqual(words.tag(text, 'en'));
  expect(conceptsOf([], written, words).map(({ id }) => id)).not.toContain('thm.wellness');
});

it('takes the closest concept of each kind, and no more', async () => {
  const vocabulary = await readByMeaning(words, new SmallModel());
  await vocabulary.understand([written]);
  const meant = vocabulary.tag(text, 'en').filter(({ source }) => source === 'meaning');
  expect(new Set(meant.map(({ kind }) => kind)).size).toBe(meant.length);
  expect(meant.length).toBeGreaterThan(1);
});

it('asks about a text once, and never about facts', async () => {
  const model = new SmallModel();
  const vocabulary = await readByMeaning(words, model);
  expect(model.asked.map((label) => label.text)).not.toContain(words.label('mkt.kr', 'en'));
  const before = model.asked.length;
  await vocabulary.understand([written]);
  await vocabulary.understand([written, written]);
  expect(model.asked.length - before).toBe(sentencesOf(text).length);
});

it('is another vocabulary to whoever compares versions', async () => {
  const vocabulary = await readByMeaning(words, new SmallModel());
  expect(vocabulary.version).toBe(`${words.version}+small-1`);
  expect(vocabulary.conceptIds()).toEqual(words.conceptIds());
});

it('says when the model fails or answers nonsense, and goes on reading words', async () => {
  const model = new SmallModel();
  const vocabulary = await readByMeaning(words, model);
  model.embed = () => Promise.reject(new Error('no memory'));
  await expect(vocabulary.understand([written])).rejects.toThrow('no memory');
  model.embed = () => Promise.resolve([]);
  await expect(vocabulary.understand([written])).rejects.toThrow(RangeError);
  model.embed = (texts) => Promise.resolve(texts.map(() => new Float32Array(7)));
  await expect(vocabulary.understand([written])).rejects.toThrow(RangeError);
  expect(vocabulary.tag(text, 'en')).toEqual(words.tag(text, 'en'));
  model.embed = (texts) => Promise.resolve(texts.map(() => Float32Array.of(NaN, 0, 0)));
  await vocabulary.understand([written]);
  expect(vocabulary.tag(text, 'en')).toEqual(words.tag(text, 'en'));
});

it('reads the first sentences of a book', () => {
  expect(sentencesOf('A whole sentence. '.repeat(50_000))).toHaveLength(64);
  expect(sentencesOf('  오늘은 바다로 갑니다。はい。')).toEqual([
    { text: '오늘은 바다로 갑니다', start: 2, end: 13 },
  ]);
  expect(sentencesOf('')).toEqual([]);
});
