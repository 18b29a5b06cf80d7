import { foldText, gramsOf, searchTerms } from './searchable.js';

const finds = (query: string, text: string): boolean => {
  const terms = searchTerms(query);
  const folded = foldText(text);
  const grams = new Set(gramsOf(folded));
  return (
    terms !== undefined &&
    terms.grams.every((gram) => grams.has(gram)) &&
    terms.words.every((word) => folded.includes(word))
  );
};

describe('the search in messages', () => {
  it.each([
    ['the middle of a Korean word', '관광', '부산야간관광코스를 함께'],
    ['one Hangul syllable', '밤', '오늘밤에'],
    ['Japanese inside a sentence', '観光', '夜間観光のご提案です'],
    ['half-width katakana', 'ﾂｱｰ', 'ナイトツアーの件'],
    ['Chinese inside a sentence', '夜游', '我们想合作夜游项目'],
    ['Thai, which puts no spaces', 'ท่องเที่ยว', 'การท่องเที่ยวกลางคืน'],
    ['Vietnamese without its marks', 'da nang', 'Chào mừng đến Đà Nẵng'],
    ['other case and full width', 'ＢＵＳＡＮ', 'busan at night'],
    ['several words in any order', 'night busan', 'Busan by NIGHT'],
  ])('finds %s', (_, query, text) => {
    expect(finds(query, text)).toBe(true);
  });

  it.each([
    ['letters that do not follow each other', '관람광', '관광'],
    ['one of two words', 'busan day', 'busan night'],
    ['a Thai vowel sign that is another', 'ทิ', 'ที'],
  ])('does not find %s', (_, query, text) => {
    expect(finds(query, text)).toBe(false);
  });

  it('asks for nothing where there is nothing to find', () => {
    expect([searchTerms('  '), searchTerms('?!')]).toEqual([undefined, undefined]);
  });
});
