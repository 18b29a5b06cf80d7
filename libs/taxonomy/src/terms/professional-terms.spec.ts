import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { compileVocabulary, type TaxonomyDocument } from '../index.js';
import { conceptsWithProfessionalTerms, professionalTerms } from './professional-terms.js';

const taxonomy = JSON.parse(
  readFileSync(join(__dirname, '..', '..', '..', '..', 'data', 'taxonomy.json'), 'utf8'),
) as TaxonomyDocument;
const vocabulary = compileVocabulary(taxonomy, []);
const found = (text: string, language: string): string[] =>
  vocabulary.tag(text, language).map(({ id }) => id);

describe('the words of the trade', () => {
  it('belong to concepts of the taxonomy', () => {
    expect(conceptsWithProfessionalTerms().filter((id) => !vocabulary.has(id))).toEqual([]);
  });

  it('each find their concept in their own language', () => {
    const missed = conceptsWithProfessionalTerms().flatMap((id) =>
      Object.entries(professionalTerms(id)).flatMap(([language, forms]) =>
        forms
          .filter((form) => !found(form, language).includes(id))
          .map((form) => `${id} ${language} ${form}`),
      ),
    );
    expect(missed).toEqual([]);
  });

  it.each([
    [
      'ms',
      'Kami mencari rakan tempatan untuk pakej keluarga dan berakit.',
      ['col.supply', 'thm.family', 'thm.adventure'],
    ],
    ['th', 'รับจัดทริปดำน้ำและกรุ๊ปอินเซนทีฟสำหรับผู้สูงอายุ', ['thm.diving', 'thm.incentive', 'thm.senior']],
    ['ru', 'Проводим медицинские туры и ищем местных партнёров.', ['thm.medical', 'col.supply']],
    [
      'zh-Hant',
      '為樂齡旅客設計無障礙遊程,並與旅行社聯合行銷',
      ['thm.senior', 'thm.accessible', 'col.joint_marketing'],
    ],
  ])('are read in running text: %s', (language, text, expected) => {
    expect(found(text, language)).toEqual(expect.arrayContaining(expected));
  });

  it.each([
    ['ms', 'Sila hantar bayaran sebelum hari Jumaat kepada akaun yang tertera.'],
    ['th', 'กรุณาชำระเงินภายในวันศุกร์ตามบัญชีที่ระบุ'],
    ['ru', 'Просим оплатить счёт до пятницы по указанным реквизитам.'],
    ['zh-Hant', '請於星期五以前匯款至指定帳戶。'],
  ])('are not read into what speaks of other things: %s', (language, text) => {
    expect(found(text, language)).toEqual([]);
  });
});

describe('the names of countries', () => {
  it.each([
    ['ms', 'pelanggan dari Filipina', 'mkt.ph'],
    ['th', 'นักท่องเที่ยวจากสิงคโปร์', 'mkt.sg'],
    ['ru', 'туристы с Филиппин и из Непала', 'mkt.np'],
    ['zh-Hant', '來自尼泊爾的旅客', 'mkt.np'],
    ['vi', 'khách từ Mông Cổ', 'mkt.mn'],
  ])('come from CLDR in every language: %s', (language, text, market) => {
    expect(found(text, language)).toContain(market);
  });
});
