import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { compileVocabulary, searchTokens, type TaxonomyDocument } from './index.js';
import { analyse } from './text/analyse.js';
import { READ_AT_MOST } from './vocabulary/compile.js';
import { Readings } from './vocabulary/readings.js';

const taxonomy = JSON.parse(
  readFileSync(join(__dirname, '..', '..', '..', 'data', 'taxonomy.json'), 'utf8'),
) as TaxonomyDocument;
const vocabulary = compileVocabulary(taxonomy, [{ id: 'busan', names: ['부산', 'Busan'] }]);
const ids = (text: string, language?: string): string[] => vocabulary.tag(text, language).map(({ id }) => id);
const quotes = (text: string, language?: string): string[] =>
  vocabulary.tag(text, language).map(({ quote }) => quote);

const MILLION = 1_000_000;

describe('a million characters', () => {
  it('are read to the limit and no further', () => {
    const spans = vocabulary.tag('골프 '.repeat(MILLION / 3), 'ko');
    expect(spans.at(-1)?.end).toBeLessThanOrEqual(READ_AT_MOST);
    expect(spans.filter(({ id }) => id === 'thm.golf')).toHaveLength(Math.floor(READ_AT_MOST / 3));
    expect(vocabulary.tag(' '.repeat(READ_AT_MOST) + '골프', 'ko')).toEqual([]);
  });

  // Each of these takes minutes where a step is quadratic.
  it.each([
    ['marks on one letter', 'a' + '\u0301\u0323'.repeat(MILLION / 2)],
    ['letters that each become eighteen', 'ﷺ'.repeat(MILLION)],
    ['words that need a context', '섬 '.repeat(MILLION / 2)],
    ['words of many meanings', 'AS Anh FIT Nga '.repeat(MILLION / 15)],
    ['one word', 'x'.repeat(MILLION)],
    ['pieces of names', '부'.repeat(MILLION)],
    ['names of languages', 'bahasa Arab, '.repeat(MILLION / 13)],
    ['halves of pairs', '\ud83d'.repeat(MILLION)],
  ])('of %s do no harm', (_, text) => {
    for (const { start, end, quote } of vocabulary.tag(text, 'vi'))
      expect(text.slice(start, end)).toBe(quote);
    expect(searchTokens(text.slice(0, 50_000))).toBeDefined();
  });
});

describe('characters that are no text', () => {
  it('are nothing to be found: empty, blank, control characters alone', () => {
    for (const text of ['', ' ', '\n\t', '\u0000\u0007\u001b', '\u200b\u202e\ufeff', '\ud800', '😀'])
      expect(vocabulary.tag(text)).toEqual([]);
  });

  it('part words when they control, and part nothing when they are invisible', () => {
    expect(ids('golf\u0000spa', 'en')).toEqual(expect.arrayContaining(['thm.golf', 'sec.spa']));
    expect(quotes('go\u00adlf', 'en')).toContain('go\u00adlf');
    expect(quotes('골\u200b프', 'ko')).toContain('골\u200b프');
    expect(ids('\u202egolf\u202c', 'en')).toContain('thm.golf');
    expect(ids('\u2066부산\u2069에서', 'ko')).toContain('busan');
    expect(ids('溫\u{e0100}泉', 'zh-Hant')).toContain('thm.hot_spring');
    expect(searchTokens('go\u200dlf\u200e').words).toEqual(['golf']);
  });

  it('end a word when they are half a character', () => {
    expect(quotes('golf\ud800 부산\udc00', 'ko')).toEqual(expect.arrayContaining(['golf', '부산']));
  });

  it('leave the offsets of what follows right', () => {
    const text = '\ufeff\u200f😀\u0000é\u0301 부산';
    expect(vocabulary.tag(text).map(({ start, end }) => text.slice(start, end))).toEqual(['부산']);
  });
});

describe('languages that are not spoken here', () => {
  it.each(['xx', 'fr', 'tlh-Latn', 'not a language', '../../etc', '🦄', 'x'.repeat(MILLION)])(
    'read English and other scripts: %.20s',
    (language) => {
      expect(ids('golf in Busan, 온천', language)).toEqual(ids('golf in Busan, 온천', 'ko'));
      expect(ids('The agen of change', language)).not.toContain('col.distribution');
    },
  );

  it('are no language at all when they say nothing', () => {
    for (const language of ['', 'und', 'mul'])
      expect(ids('sân gôn và agen', language)).toEqual(ids('sân gôn và agen'));
  });

  it('are known however they are written', () => {
    for (const language of ['VI', 'vi-VN', 'vi_VN'])
      expect(ids('sân gôn', language)).toEqual(ids('sân gôn', 'vi'));
  });

  it('are all read by one and the same reading, however many there are', () => {
    const readings = new Readings([]);
    expect(readings.in('aa')).toBe(readings.in('zz-Latn'));
    expect(readings.in('vi-VN')).toBe(readings.in('vi'));
    expect(readings.in('vi')).not.toBe(readings.in('aa'));
  });
});

describe('spellings that are the same to the reader', () => {
  const units = (text: string): string => {
    const stream = analyse(text);
    return String.fromCharCode(...stream.units.subarray(0, stream.length));
  };

  it('are the same: ё and е, a doubled Thai เ and แ', () => {
    expect(units('партнёр')).toBe(units('партнер'));
    expect(units('Подлёдная'.normalize('NFD'))).toBe(units('подледная'));
    expect(units('เเพ็กเกจ')).toBe(units('แพ็กเกจ'));
    expect(quotes('ищем местного партнера', 'ru')).toEqual(expect.arrayContaining(['местного партнера']));
    expect(ids('เเกลมปิ้ง', 'th')).toEqual(ids('แกลมปิ้ง', 'th'));
  });
});
