import { readerLanguage } from './reader-language.js';

const OFFERED = ['en', 'ko', 'ja', 'zh-Hans', 'zh-Hant', 'vi'];

describe('the language of a reader', () => {
  it.each([
    [undefined, 'en'],
    ['', 'en'],
    ['*', 'en'],
    ['ko', 'ko'],
    ['KO-kr', 'ko'],
    ['ko-KR,ko;q=0.9,en;q=0.5', 'ko'],
    ['en;q=0.5, vi;q=0.9', 'vi'],
    ['fr, de;q=0.9, ja;q=0.1', 'ja'],
    ['vi;q=0, ko;q=0.2', 'ko'],
    ['zh-CN', 'zh-Hans'],
    ['zh-TW,zh;q=0.9', 'zh-Hant'],
    ['zh-Hant-HK', 'zh-Hant'],
    ['zh', 'zh-Hans'],
    ['fr', 'en'],
    ['ko;q=nonsense, vi', 'vi'],
    [';;;,,,=', 'en'],
  ])('%p is %s', (header, language) => {
    expect(readerLanguage(header, OFFERED)).toBe(language);
  });
});
