import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { compileVocabulary, type TaxonomyDocument } from '../index.js';
import { russianCases } from './country-names.js';
import { everydayForms } from './everyday-forms.js';

const file = join(__dirname, '..', '..', '..', '..', 'data', 'taxonomy.json');
const vocabulary = compileVocabulary(JSON.parse(readFileSync(file, 'utf8')) as TaxonomyDocument, []);
const found = (text: string, language: string): string[] =>
  vocabulary.tag(text, language).map(({ id }) => id);

describe('everyday words', () => {
  it('belong to concepts of the taxonomy and say nothing by themselves', () => {
    const forms = everydayForms();
    expect(forms.filter(([id]) => !vocabulary.has(id))).toEqual([]);
    const heard = forms.filter(([id, language, form]) => found(form, language).includes(id));
    expect(heard).toEqual([]);
  });

  it.each([
    ['vi', 'Thành phố tìm doanh nghiệp nhận đoàn chơi gôn.', 'thm.urban'],
    ['ru', 'Город ищет агентства.', 'thm.urban'],
    ['ko', '도시가 함께할 회사를 찾습니다.', 'thm.urban'],
    ['en', 'The city looks for agencies in both markets.', 'thm.urban'],
    ['en', 'The city looks for agencies in both markets.', 'thm.street_food'],
    ['zh-Hans', '三百人团接待,可用英语交流。', 'con.service_quality'],
    ['zh-Hans', '三百人团接待,可用英语交流。', 'col.staff_exchange'],
    ['vi', 'Nhân viên phục vụ bằng tiếng Anh.', 'con.service_quality'],
  ])('are no concept where nothing else is said of it: %s "%s"', (language, text, id) => {
    expect(found(text, language)).not.toContain(id);
  });

  it.each([
    ['en', 'Night food stalls on the market', 'thm.street_food'],
    ['ko', '도심 야경과 도시 산책', 'thm.urban'],
    ['zh-Hans', '提升服务质量和接待水平', 'con.service_quality'],
  ])('are one where something else is: %s "%s"', (language, text, id) => {
    expect(found(text, language)).toContain(id);
  });
});

describe('countries in Russian', () => {
  it.each([
    ['клиники в Корее и Вьетнаме', ['mkt.kr', 'mkt.vn']],
    ['агентства из Китая', ['mkt.cn']],
    ['вместе с Китаем и Японией', ['mkt.cn', 'mkt.jp']],
    ['гости Казахстана', ['mkt.kz']],
  ])('are found in any case: %s', (text, expected) => {
    const markets = found(text, 'ru').filter((id) => id.startsWith('mkt.'));
    expect(markets.sort()).toEqual([...expected].sort());
  });

  it.each(['Вьетнам', 'Китай', 'Япония', 'Корея', 'Казахстан', 'Таиланд'])(
    'are found in all cases of %s',
    (name) => {
      const id = found(`здесь ${name}`, 'ru').find((each) => each.startsWith('mkt.'));
      expect(id).toBeDefined();
      for (const written of russianCases(name)) expect(found(`это ${written}`, 'ru')).toContain(id);
    },
  );

  it('are no whales, and whales no country', () => {
    expect(found('агентства из Китая', 'ru')).not.toContain('thm.wildlife');
    expect(found('здесь живут киты', 'ru')).not.toContain('mkt.cn');
    expect(found('наблюдение за китами', 'ru')).toContain('thm.wildlife');
  });
});
