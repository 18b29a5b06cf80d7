import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { compileVocabulary, placesSought, type TaxonomyDocument } from './index.js';
import { seeksAbroad, seeksNearby } from './relative-places.js';

const file = join(__dirname, '..', '..', '..', 'data', 'taxonomy.json');
const vocabulary = compileVocabulary(JSON.parse(readFileSync(file, 'utf8')) as TaxonomyDocument, [
  { id: 'ipoh', names: ['Ipoh'], lat: 4.5841, lon: 101.0829 },
  { id: 'george-town', names: ['George Town'], lat: 5.4112, lon: 100.3354 },
  { id: 'kampar', names: ['Kampar'], lat: 4.3, lon: 101.15 },
  { id: 'kota-kinabalu', names: ['Kota Kinabalu'], lat: 5.9749, lon: 116.0724 },
  { id: 'tainan', names: ['Tainan'], lat: 22.99, lon: 120.2 },
  { id: 'nowhere', names: ['Nowhere'], lat: null, lon: null },
]);

describe('places near each other', () => {
  it('are within a day there and back, the nearest first', () => {
    expect(vocabulary.placesNear('ipoh')).toEqual(['kampar', 'george-town']);
    expect(vocabulary.placesNear('kota-kinabalu')).toEqual([]);
  });

  it('are unknown where nobody knows the coordinates', () => {
    expect(vocabulary.placesNear('nowhere')).toEqual([]);
    expect(vocabulary.placesNear('no such place')).toEqual([]);
  });
});

describe('an ask for somebody nearby', () => {
  it.each([
    ['en', 'We look for local and nearby suppliers.'],
    ['ko', '인근 여행사를 찾습니다.'],
    ['ja', '近隣の旅行会社を探しています。'],
    ['zh-Hans', '寻找周边旅行社。'],
    ['zh-Hant', '尋找鄰近旅行社。'],
    ['vi', 'Tìm khách sạn lân cận.'],
    ['id', 'Mencari hotel di sekitar danau.'],
    ['ms', 'Mencari hotel berdekatan.'],
    ['th', 'มองหาโรงแรมใกล้เคียง'],
    ['ru', 'Ищем отели в соседних городах.'],
  ])('says so in %s', (language, text) => {
    expect(seeksNearby({ text, language }, vocabulary)).toBe(true);
  });

  it('says it where it says who is looked for, not of something else', () => {
    const ask = (text: string): boolean => seeksNearby({ text, language: 'en' }, vocabulary);
    expect(ask('The airport is nearby. We look for suppliers.')).toBe(false);
    expect(ask('We look for suppliers.')).toBe(false);
  });

  it('counts the next cities as its own', () => {
    const sought = (text: string): unknown =>
      placesSought({
        seeks: ['col.supply'],
        markets: ['mkt.kr'],
        home: { city: 'ipoh', country: 'MY' },
        asked: { text, language: 'en' },
        vocabulary,
      }).cities;
    expect(sought('We look for nearby suppliers.')).toEqual([
      { id: 'ipoh', weight: 1 },
      { id: 'kampar', weight: 1 },
      { id: 'george-town', weight: 1 },
    ]);
    expect(sought('We look for suppliers.')).toEqual([{ id: 'ipoh', weight: 1 }]);
  });
});

describe('an ask for somebody abroad', () => {
  it.each([
    ['en', 'We look for overseas clinics and suppliers.'],
    ['ko', '해외 여행사를 찾습니다.'],
    ['ja', '海外の旅行会社を探しています。'],
    ['zh-Hans', '寻找境外旅行社。'],
    ['zh-Hant', '尋找國外旅行社。'],
    ['vi', 'Tìm khách sạn ở nước ngoài.'],
    ['id', 'Mencari hotel di luar negeri.'],
    ['ms', 'Mencari hotel di luar negara.'],
    ['th', 'มองหาโรงแรมในต่างประเทศ'],
    ['ru', 'Ищем зарубежные клиники.'],
  ])('says so in %s', (language, text) => {
    expect(seeksAbroad({ text, language }, vocabulary)).toBe(true);
  });

  const sought = (text: string, markets: string[]) =>
    placesSought({
      seeks: ['col.supply'],
      markets,
      home: { city: 'ipoh', country: 'MY' },
      asked: { text, language: 'en' },
      vocabulary,
    });

  it('whose own people travel needs nobody on the spot', () => {
    expect(sought('We look for overseas hotels.', ['mkt.my'])).toEqual({ countries: [], cities: [] });
  });

  it('still needs them where it receives guests, and where it says nothing of abroad', () => {
    const atHome = [{ id: 'ipoh', weight: 1 }];
    expect(sought('We look for hotels for overseas guests.', ['mkt.kr']).cities).toEqual(atHome);
    expect(sought('We look for hotels.', ['mkt.my']).cities).toEqual(atHome);
  });
});

describe('an ask that names other cities', () => {
  const sought = (seeks: string[], named: string[]) =>
    placesSought({
      seeks,
      markets: ['mkt.tw'],
      home: { city: 'ipoh', country: 'MY' },
      asked: { text: 'Partners', language: 'en' },
      named: named.map((id) => ({ id, weight: 1, evidence: { quote: id, start: 0, end: id.length } })),
      vocabulary,
    }).cities.map(({ id }) => id);

  it('wants them where part of the work is done elsewhere', () => {
    expect(sought(['col.distribution'], ['ipoh', 'tainan'])).toEqual(['tainan', 'ipoh']);
  });

  it('speaks of its guests where all of it is done at home', () => {
    expect(sought(['col.supply'], ['ipoh', 'tainan'])).toEqual(['ipoh']);
  });
});
