import fc from 'fast-check';
import { type Piece, wordChanges } from './word-changes.js';

const marked = (pieces: readonly Piece[]): string =>
  pieces
    .map(({ kind, text }) => (kind === 'same' ? text : kind === 'inserted' ? `{+${text}+}` : `[-${text}-]`))
    .join('');
const without = (pieces: readonly Piece[], kind: Piece['kind']): string =>
  pieces
    .filter((piece) => piece.kind !== kind)
    .map(({ text }) => text)
    .join('');

it.each([
  [
    'en',
    'Ferries from Busan to Osaka',
    'Ferries from Busan to Kobe',
    'Ferries from Busan to [-Osaka-]{+Kobe+}',
  ],
  ['ko', '부산에서 배를 탑니다', '부산에서 기차를 탑니다', '부산에서 [-배를-]{+기차를+} 탑니다'],
  ['ja', '私は東京に住んでいます', '私は大阪に住んでいます', '私は[-東京-]{+大阪+}に住んでいます'],
  ['zh-Hans', '我们去北京旅游', '我们去上海旅游', '我们去[-北京-]{+上海+}旅游'],
  ['th', 'ฉันชอบกรุงเทพมาก', 'ฉันชอบเชียงใหม่มาก', 'ฉันชอบ[-กรุงเทพ-]{+เชียงใหม่+}มาก'],
  ['en', '', 'all new', '{+all new+}'],
  ['en', 'gone', '', '[-gone-]'],
  ['en', 'the same', 'the same', 'the same'],
])('finds the words that changed in %s', (language, before, after, expected) => {
  expect(marked(wordChanges(before, after, language))).toBe(expected);
});

it('leaves both texts whole, whatever they are', () => {
  const text = fc
    .array(fc.constantFrom('배', '를', ' ', '東京', 'a', '\n', 'เรือ', '😀', '.'))
    .map((all) => all.join(''));
  fc.assert(
    fc.property(text, text, (before, after) => {
      const pieces = wordChanges(before, after, 'ko');
      expect([without(pieces, 'inserted'), without(pieces, 'deleted')]).toEqual([before, after]);
    }),
  );
});

it('gives up on words where everything is different, and still keeps both texts', () => {
  const one = Array.from({ length: 6_000 }, (_, index) => `a${index}`).join(' ');
  const other = Array.from({ length: 6_000 }, (_, index) => `b${index}`).join(' ');
  const pieces = wordChanges(one, other, 'en');
  expect(pieces).toHaveLength(2);
  expect([without(pieces, 'inserted'), without(pieces, 'deleted')]).toEqual([one, other]);
});
