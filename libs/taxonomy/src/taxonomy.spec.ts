import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import {
  cityNames,
  compileVocabulary,
  conceptsOf,
  impliedOffers,
  namedPlacesOf,
  placesSought,
  type TaxonomyDocument,
  type TaxonomyTerm,
} from './index.js';

const data = (file: string): string => readFileSync(join(__dirname, '..', '..', '..', 'data', file), 'utf8');
const taxonomy = JSON.parse(data('taxonomy.json')) as TaxonomyDocument;

/** Slug, English and local name: the first three columns of the file. */
const cities = data('member-cities.csv')
  .trim()
  .split('\n')
  .slice(1)
  .map((line) => [...line.matchAll(/(?:"([^"]*)"|([^,]*))(?:,|$)/gy)].map((cell) => cell[1] ?? cell[2] ?? ''))
  .map(([slug = '', nameEn = '', nameLocal = '']) => ({ slug, names: [nameEn, nameLocal] }));

const vocabulary = compileVocabulary(
  taxonomy,
  cities.map((city) => ({ id: city.slug, names: cityNames(city) })),
);

const concepts = (text: string, language?: string): string[] => [
  ...new Set(
    vocabulary
      .tag(text, language)
      .filter(({ kind }) => kind !== 'place')
      .map(({ id }) => id),
  ),
];
const places = (text: string, language?: string): string[] => [
  ...new Set(
    vocabulary
      .tag(text, language)
      .filter(({ kind }) => kind === 'place')
      .map(({ id }) => id),
  ),
];

describe('concepts in ten languages', () => {
  it.each([
    ['ko', '의료관광과 골프를 잇는 상품', ['thm.medical', 'thm.golf']],
    ['ja', '温泉と海釣りの旅', ['thm.hot_spring']],
    ['zh-Hans', '面向长者的康养线路', ['thm.senior', 'thm.wellness']],
    ['zh-Hant', '夜間小吃導覽', ['thm.night', 'thm.street_food']],
    ['vi', 'Gói chơi gôn và hội nghị', ['thm.golf', 'thm.mice']],
    ['id', 'kelas batik dan makanan halal', ['thm.craft', 'thm.halal']],
    ['ms', 'makanan halal untuk keluarga', ['thm.halal', 'thm.family']],
    ['th', 'การท่องเที่ยวเชิงการแพทย์', ['thm.medical']],
    ['ru', 'отдых на горячих источниках', ['thm.hot_spring']],
    ['en', 'Golf tours and dive trips', ['thm.golf', 'thm.diving']],
  ])('%s: %s', (language, text, expected) => {
    expect(concepts(text, language)).toEqual(expect.arrayContaining(expected));
  });

  it('finds every label of every concept in its own language', () => {
    const missed = taxonomy.terms.flatMap((term: TaxonomyTerm) =>
      Object.entries(term.labels).flatMap(([language, label]) =>
        label === undefined ||
        term.ambiguous_forms?.[language]?.includes(label) ||
        concepts(label, language).includes(term.id)
          ? []
          : [`${term.id} ${language} ${label}`],
      ),
    );
    expect(missed).toEqual([]);
  });

  it('lets a Korean and a Vietnamese text meet in a concept without a word in common', () => {
    const shared = concepts('골프 동호회를 위한 티타임', 'ko').filter((id) =>
      concepts('sân gôn quanh Hà Nội', 'vi').includes(id),
    );
    expect(shared).toContain('thm.golf');
  });
});

describe('where words begin and end', () => {
  it('finds Latin words only as whole words', () => {
    expect(concepts('golfing', 'en')).not.toContain('thm.golf');
    expect(concepts('minigolf', 'en')).not.toContain('thm.golf');
    expect(places('Antibusan, Busanese')).toEqual([]);
    expect(concepts('golf', 'en')).toContain('thm.golf');
  });

  it('allows Korean particles and compounds, but no piece of another word', () => {
    expect(concepts('온천에서 쉽니다', 'ko')).toContain('thm.hot_spring');
    expect(concepts('온천여행', 'ko')).toContain('thm.hot_spring');
    expect(concepts('도시락을 만듭니다', 'ko')).not.toContain('thm.urban');
    const quotes = vocabulary.tag('도심과 도시를 걷습니다', 'ko').map(({ quote }) => quote);
    expect(quotes).toEqual(['도심', '도시']);
  });

  it('prefers the longest form', () => {
    const spans = vocabulary.tag('charter flights', 'en').map(({ quote }) => quote);
    expect(new Set(spans)).toEqual(new Set(['charter flights']));
  });

  it('takes an ambiguous form only in a fitting context', () => {
    expect(concepts('Anh gửi thư cho tôi.', 'vi')).not.toContain('mkt.uk');
    expect(concepts('Chúng tôi đón khách từ Pháp và Anh.', 'vi')).toContain('mkt.uk');
    expect(concepts('섬 트레킹과 요트, 그리고 섬 사진', 'ko')).toContain('thm.island');
    expect(concepts('섬', 'ko')).not.toContain('thm.island');
  });

  it('tells a language from a market', () => {
    expect(concepts('한국어 안내가 가능합니다', 'ko')).not.toContain('mkt.kr');
    expect(concepts('한국 손님', 'ko')).toContain('mkt.kr');
    expect(concepts('需要韩语讲解和日本語', 'zh-Hans')).not.toContain('mkt.jp');
    expect(concepts('Korean-speaking guides', 'en')).not.toContain('mkt.kr');
    expect(concepts('Korean agencies', 'en')).toContain('mkt.kr');
    expect(concepts('pemandu berbahasa Arab dan Inggris', 'id')).not.toContain('mkt.uk');
    expect(concepts('Bahasa kerja Inggris.', 'id')).not.toContain('mkt.uk');
    expect(concepts('Рабочий язык — китайский', 'ru')).not.toContain('mkt.cn');
    expect(concepts('китайские туристы', 'ru')).toContain('mkt.cn');
  });

  it('does not read a text with the words of another Latin language', () => {
    expect(concepts('The agen of change', 'en')).not.toContain('col.distribution');
  });
});

describe('places', () => {
  it.each([
    ['부산과 다낭, 호찌민을 잇는 야간관광', ['busan', 'da-nang', 'ho-chi-minh-city']],
    ['다낭시와 호치민시에 제안합니다', ['da-nang', 'ho-chi-minh-city']],
    ['부산광역시에서', ['busan']],
    ['釜山と福岡を結ぶ船', ['busan', 'fukuoka']],
    ['岘港、胡志明市和釜山', ['da-nang', 'ho-chi-minh-city', 'busan']],
    ['峴港與高雄', ['da-nang', 'kaohsiung']],
    ['Đà Nẵng và Thành phố Hồ Chí Minh', ['da-nang', 'ho-chi-minh-city']],
    ['da nang, DA NANG, Danang', ['da-nang']],
    ['from HCMC and TP.HCM to BUSAN', ['ho-chi-minh-city', 'busan']],
    ['จากปูซานถึงดานังและกรุงเทพฯ', ['busan', 'da-nang', 'bangkok']],
    ['в Пусане, Дананге и Хошимине', ['busan', 'da-nang', 'ho-chi-minh-city']],
    ['ダナンとプサン', ['da-nang', 'busan']],
    ['Simonoseki, Du jiang yan, Baubua and Simyang', ['shimonoseki', 'dujiangyan', 'baubau', 'shenyang']],
    ['타이난, 조지타운과 함께', ['tainan', 'george-town']],
    ['부산 해운대구의 밤', ['busan', 'haeundae']],
  ])('%s', (text, expected) => {
    expect(places(text).sort()).toEqual([...expected].sort());
  });

  it('finds every city by each of its official names', () => {
    const missed = cities.flatMap((city) =>
      city.names.filter((name) => !places(name).includes(city.slug)).map((name) => `${city.slug} ${name}`),
    );
    expect(missed).toEqual([]);
  });

  it('finds decomposed and full-width spellings', () => {
    expect(places('Đà Nẵng'.normalize('NFD'))).toEqual(['da-nang']);
    expect(places('부산'.normalize('NFD'))).toEqual(['busan']);
    expect(places('ＢＵＳＡＮ')).toEqual(['busan']);
  });

  it('leaves everyday words alone', () => {
    expect(places('dinding batu di padang rumput', 'id')).toEqual([]);
    expect(places('고성능 카메라와 대구탕, 부산물과 상해보험', 'ko')).toEqual([]);
    expect(places('그 후에 만나요', 'ko')).toEqual([]);
    expect(places('大田区と海防隊', 'ja')).toEqual([]);
    expect(places('Batu dan Padang', 'id')).toEqual(['batu', 'padang']);
    expect(places('대구에서 만나요', 'ko')).toEqual(['daegu']);
  });
});

describe('spans', () => {
  const words = fc.constantFrom(
    ...[
      '부산',
      'Đà Nẵng',
      '골프',
      'ﾊﾞｽ',
      'golf tours',
      '温泉',
      'в Пусане',
      'การแพทย์',
      ' ',
      '\n',
      '😀',
      'ﷺ',
      '\ud800',
      'ﬁ',
      'é',
      'İ',
      '.',
    ],
  );
  const texts = fc
    .array(fc.oneof(words, fc.string({ unit: 'binary', maxLength: 6 })), { maxLength: 12 })
    .map((parts) => parts.join(''));

  it('quote exactly what stands at their offsets, in order, in any text', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const spans = vocabulary.tag(text);
        for (const { start, end, quote } of spans) {
          expect(end).toBeGreaterThan(start);
          expect(text.slice(start, end)).toBe(quote);
        }
        expect(spans.map(({ start }) => start)).toEqual(
          spans.map(({ start }) => start).sort((a, b) => a - b),
        );
      }),
      { numRuns: 300 },
    );
  });

  it('do not change when the case of Latin letters does', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('Golf courses near Da Nang', 'halal food in Kota Kinabalu', 'cruise port'),
        (text) => {
          expect(vocabulary.tag(text.toUpperCase(), 'en').map(({ id }) => id)).toEqual(
            vocabulary.tag(text, 'en').map(({ id }) => id),
          );
        },
      ),
    );
  });
});

describe('concepts of a party', () => {
  it('keeps the strongest weight and the words it was read from', () => {
    const text = { text: '요트와 골프', language: 'ko' };
    expect(conceptsOf(['thm.golf', 'no.such'], text, vocabulary)).toEqual([
      {
        id: 'thm.golf',
        kind: 'theme',
        weight: 1,
        evidence: { quote: '골프', language: 'ko', start: 4, end: 6 },
      },
      {
        id: 'thm.yacht',
        kind: 'theme',
        weight: 0.7,
        evidence: { quote: '요트', language: 'ko', start: 0, end: 2 },
      },
    ]);
  });

  it('names each place once, with its first mention', () => {
    const named = namedPlacesOf({ text: '부산에서 Busan까지', language: 'ko' }, vocabulary);
    expect(named).toEqual([
      { id: 'busan', weight: 1, evidence: { quote: '부산', language: 'ko', start: 0, end: 2 } },
    ]);
  });
});

describe('the direction of a collaboration', () => {
  it('is turned round between supply and distribution, kept for joint work, and empty for what one lacks', () => {
    expect(impliedOffers(['col.supply', 'col.product_codev', 'col.training'])).toEqual([
      'col.distribution',
      'col.product_codev',
    ]);
  });

  it('says where a counterpart is wanted', () => {
    const home = { city: 'da-nang', country: 'VN' };
    const ask = (seeks: string[]) => placesSought({ seeks, markets: ['mkt.kr'], home, vocabulary });
    expect(ask(['col.supply'])).toEqual({
      countries: [{ id: 'VN', weight: 1 }],
      cities: [{ id: 'da-nang', weight: 1 }],
    });
    expect(ask(['col.distribution'])).toEqual({
      countries: [
        { id: 'KR', weight: 1 },
        { id: 'VN', weight: 0.5 },
      ],
      cities: [{ id: 'da-nang', weight: 0.5 }],
    });
    expect(ask(['col.data_tech'])).toEqual({ countries: [], cities: [] });
  });

  it('looks for media where their readers are, and for a stand at a show everywhere', () => {
    const home = { city: 'da-nang', country: 'VN' };
    const asked = { text: 'Tìm đối tác', language: 'vi' };
    const ask = (...seeks: string[]) => placesSought({ seeks, markets: ['mkt.kr'], home, asked, vocabulary });
    expect(ask('col.media').countries).toEqual([
      { id: 'KR', weight: 1 },
      { id: 'VN', weight: 0.5 },
    ]);
    expect(ask('col.trade_show', 'col.joint_marketing')).toEqual({ countries: [], cities: [] });
  });

  it('takes a regional market for its countries', () => {
    const { countries } = placesSought({
      seeks: ['col.distribution'],
      markets: ['mkt.south_asia'],
      vocabulary,
    });
    expect(countries.map(({ id }) => id).sort()).toEqual(['IN', 'NP']);
  });
});

describe('the vocabulary', () => {
  it('answers for its concepts', () => {
    expect(vocabulary.conceptIds('theme')).toHaveLength(79);
    expect(vocabulary.conceptIds()).toHaveLength(235);
    expect(vocabulary.label('thm.golf', 'ko')).toContain('골프');
    expect(vocabulary.label('thm.golf', 'ko-KR')).toBe(vocabulary.label('thm.golf', 'ko'));
    expect(vocabulary.label('thm.golf', 'fr')).toBe(vocabulary.label('thm.golf', 'en'));
    expect(vocabulary.label('no.such', 'en')).toBe('no.such');
    expect(vocabulary.parent('sec.hotel')).toBe('sec.accommodation');
    expect(() => vocabulary.concept('no.such')).toThrow(RangeError);
  });
});
