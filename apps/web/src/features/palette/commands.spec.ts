import { afterUse, type Command, folded, matching } from './commands.js';
import { initialsOf, isInitials } from './hangul.js';

const command = (id: string, label: string, words: string[] = []): Command => ({
  id,
  group: 'pages',
  label,
  words,
  run: () => undefined,
});
const PAGES = [
  command('home', '홈', ['Home']),
  command('notices', '알림', ['Notices']),
  command('opportunities', '협력 제안', ['Opportunities']),
  command('danang', 'Đà Nẵng'),
];
const found = (typed: string) => matching(PAGES, typed).map(({ id }) => id);

describe('commands', () => {
  it('are all there before anything is typed', () => {
    expect(found('  ')).toEqual(['home', 'notices', 'opportunities', 'danang']);
  });

  it('are found by part of a name, in any case, width and spelling, what begins so first', () => {
    expect(found('제안')).toEqual(['opportunities']);
    expect(found('협력제')).toEqual(['opportunities']);
    expect(found('ｄａ ＮＡＮＧ')).toEqual(['danang']);
    expect(found('o')).toEqual(['opportunities', 'home', 'notices']);
    expect(found('zzz')).toEqual([]);
  });

  it('are found by Korean initial consonants', () => {
    expect(found('ㅇㄹ')).toEqual(['notices']);
    expect(found('ㅎㄹㅈ')).toEqual(['opportunities']);
    expect(found('ㅂㅅ')).toEqual([]);
  });

  it('know initials from syllables', () => {
    expect([isInitials('ㅂㅅ'), isInitials('ㅂ산'), isInitials('bs')]).toEqual([true, false, false]);
    expect([initialsOf('부산광역시'), initialsOf('TTN 홈'), initialsOf('까치')]).toEqual([
      'ㅂㅅㄱㅇㅅ',
      'ㅎ',
      'ㄲㅊ',
    ]);
  });

  it('fold what spellings differ in', () => {
    expect(folded('  Ａ É đ ')).toBe('aed');
  });
});

describe('recent commands', () => {
  it('hold the last six, each once, the newest first', () => {
    const used = ['a', 'b', 'c', 'a', 'd', 'e', 'f', 'g'].reduce<ReturnType<typeof afterUse>>(
      (recent, id) => afterUse(recent, { id, label: id }),
      [],
    );
    expect(used.map(({ id }) => id)).toEqual(['g', 'f', 'e', 'd', 'a', 'c']);
  });
});
