import { romanizedKana } from './kana.js';

describe('kana in Latin letters', () => {
  it.each([
    ['ふくおか', 'fukuoka'],
    ['フクオカ', 'fukuoka'],
    ['ﾌｸｵｶ', 'fukuoka'],
    ['ナガサキ', 'nagasaki'],
    ['きょうと', 'kyoto'],
    ['おおさか', 'osaka'],
    ['とうきょう', 'tokyo'],
    ['さっぽろ', 'sapporo'],
    ['はっちょう', 'hatcho'],
    ['ベトナム', 'betonamu'],
    ['シンガポール', 'shingaporu'],
    ['ソ ウル', 'soru'],
  ])('%s is %s', (kana, latin) => {
    expect(romanizedKana(kana)).toBe(latin);
  });

  it.each(['福岡', 'ふくおか市', 'Fukuoka', '', '부산'])('%s is none', (text) => {
    expect(romanizedKana(text)).toBeUndefined();
  });
});
