import fc from 'fast-check';
import { queryTokens, searchTokens } from '#libs/taxonomy';
import { initialsOf, isInitials, romanized } from './hangul.js';
import { allOf, anyOf, has } from './lexemes.js';
import { cutsOf, nearestWord, slipsAllowed, slipsBetween } from './spelling.js';

const all = (text: string): Set<string> => {
  const { words, pairs, singles } = searchTokens(text);
  return new Set([...words, ...pairs, ...singles]);
};
const wide = (text: string): string =>
  text.replace(/[!-~]/g, (character) => String.fromCharCode(character.charCodeAt(0) + 0xfee0));
const latin = fc.stringMatching(/^[a-z]{4,14}$/);
const syllables = fc.stringMatching(/^[가-힣]{2,8}$/);

describe('what a text is found by', () => {
  it('does not depend on case, width or the form of its marks', () => {
    fc.assert(
      fc.property(latin, (word) => {
        const marked = `${word}é`;
        expect(all(word.toUpperCase())).toEqual(all(word));
        expect(all(wide(word))).toEqual(all(word));
        expect(all(marked.normalize('NFD'))).toEqual(all(marked.normalize('NFC')));
        expect(all(marked)).toEqual(all(`${word}e`));
      }),
    );
  });

  it('holds what every piece of an unspaced word asks for', () => {
    fc.assert(
      fc.property(syllables, fc.nat(), fc.nat(), (word, from, length) => {
        const start = from % word.length;
        const piece = word.slice(start, start + 1 + (length % (word.length - start)));
        for (const token of queryTokens(piece)) expect(all(word)).toContain(token);
      }),
    );
  });

  it.each([
    ['Đà Nẵng', 'da nang'],
    ['ＢＵＳＡＮ', 'busan'],
    ['東京観光株式会社', '観光'],
    ['北京国际旅行社', '国际'],
    ['ท่องเที่ยวกรุงเทพ', 'กรุงเทพ'],
    ['골프장', '골'],
  ])('%s is found by %s', (text, query) => {
    for (const token of queryTokens(query)) expect(all(text)).toContain(token);
  });

  it('is total for every string', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(queryTokens(text).every((token) => token !== '')).toBe(true);
        expect(all(text)).not.toContain('');
      }),
    );
  });
});

describe('slips', () => {
  it('within what is allowed share a cut, so that looking for cuts finds them all', () => {
    fc.assert(
      fc.property(latin, fc.nat(), fc.constantFrom('drop', 'double', 'swap'), (word, seed, slip) => {
        const at = seed % (word.length - 1);
        const [before, letter, next, after] = [
          word.slice(0, at),
          word.charAt(at),
          word.charAt(at + 1),
          word.slice(at + 2),
        ];
        const typed = {
          drop: before + next + after,
          double: before + letter + letter + next + after,
          swap: before + next + letter + after,
        }[slip];
        expect(slipsBetween(word, typed, 2)).toBeLessThanOrEqual(1);
        const cuts = new Set(cutsOf(word));
        expect(typed.length < 4 || cutsOf(typed).some((cut) => cuts.has(cut))).toBe(true);
      }),
    );
  });

  it('count the same from both sides', () => {
    fc.assert(
      fc.property(latin, latin, (a, b) => {
        expect(slipsBetween(a, b, 3)).toBe(slipsBetween(b, a, 3));
        expect(slipsBetween(a, a, 2)).toBe(0);
      }),
    );
  });

  it('lead to the nearest word, never to one too far', () => {
    expect(nearestWord('shimonosekki', ['shimonoseki', 'kagoshima'])).toBe('shimonoseki');
    expect(nearestWord('fukoka', ['fukuoka', 'osaka'])).toBe('fukuoka');
    expect(nearestWord('hanoi', ['manila'])).toBeUndefined();
    expect(slipsAllowed('bali')).toBe(1);
  });
});

describe('Korean names', () => {
  it('have initials and a Latin form', () => {
    expect([initialsOf('부산'), initialsOf('달빛서라벌'), initialsOf('Busan')]).toEqual([
      'ㅂㅅ',
      'ㄷㅂㅅㄹㅂ',
      '',
    ]);
    expect([romanized('부산'), romanized('누리결'), romanized('Busan')]).toEqual([
      'busan',
      'nurigyeol',
      undefined,
    ]);
    expect([isInitials('ㅂㅅ'), isInitials('부ㅅ'), isInitials(' ')]).toEqual([true, false, false]);
  });
});

describe('a lexeme query', () => {
  it('quotes every lexeme, so that no text becomes an operator', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const inside = has(text).slice(1, -1);
        expect(inside.replaceAll("''", '').replaceAll('\\\\', '')).not.toMatch(/['\\]/);
      }),
    );
    expect(allOf(['', has('a'), anyOf([has('b', true), has("c'd")])])).toBe(`('a' & ('b':* | 'c''d'))`);
  });
});
