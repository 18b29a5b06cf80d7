import { isLanguageTag } from './language-tag.js';
import { codePoints, isOneLine, isStorable } from './written-text.js';

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

  it('is one line when nothing in it breaks, turns or hides', () => {
    for (const name of ['Đà Nẵng', 'สมาคม\u200bท่องเที่ยว', 'क्\u200dष', '👩\u200d🚀', 'a  b']) {
      expect([name, isOneLine(name)]).toEqual([name, true]);
    }
    for (const code of [
      0, 9, 10, 0x85, 0x2028, 0x61c, 0x200e, 0x200f, 0x202b, 0x202e, 0x2060, 0x2066, 0x2067,
    ]) {
      expect([code, isOneLine(`a${String.fromCodePoint(code)}b`)]).toEqual([code, false]);
    }
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
