import { isLanguageTag } from './language-tag.js';
import { codePoints, isStorable } from './written-text.js';

describe('a written text', () => {
  it('is measured in code points, in any script', () => {
    expect(codePoints('부산')).toBe(2);
    expect(codePoints('🚢🚢')).toBe(2);
    expect(codePoints('')).toBe(0);
  });

  it('holds neither NUL nor half a character', () => {
    expect(isStorable('Đà Nẵng 🏖')).toBe(true);
    expect(isStorable('a\0b')).toBe(false);
    expect(isStorable('half \ud83d')).toBe(false);
  });
});

describe('a language tag', () => {
  it.each(['en', 'ko', 'zh-Hans', 'zh-Hant', 'pt-BR', 'fil'])('%s is one', (tag) => {
    expect(isLanguageTag(tag)).toBe(true);
  });

  it.each(['', 'korean language', 'zh_Hans', 'zh-hans', 'KO', 'x'.repeat(40), 7, null])(
    '%p is none',
    (tag) => {
      expect(isLanguageTag(tag)).toBe(false);
    },
  );
});
