import { foldName, nameKey } from './fold-name.js';

describe('folded names', () => {
  it.each([
    ['Đà Nẵng', 'da nang'],
    ['Ðà Lạt', 'da lat'],
    ['ＢＵＳＡＮ', 'busan'],
    ['Thừa Thiên–Huế', 'thua thien hue'],
    ['Öмнөговь', 'oмнөговь'],
    ['  (West) Halmahera ', 'west halmahera'],
  ])('%s folds to %s', (name, folded) => {
    expect(foldName(name)).toBe(folded);
  });

  it('keep what is a letter in its script', () => {
    for (const name of ['부산', 'プサン', 'ガ', 'กรุงเทพ', 'भीमदत्त', '台北', 'សៀមរាប']) {
      expect(foldName(name)).toBe(name);
    }
    expect(foldName('ガ')).not.toBe(foldName('カ'));
  });

  it('are one key however they are spaced', () => {
    expect(nameKey('Du jiang yan')).toBe(nameKey('Dujiangyan'));
    expect(nameKey('호찌민 시')).toBe('호찌민시');
    expect(nameKey('!?')).toBe('');
  });

  it('fold once and for all', () => {
    for (const name of ['Đà Nẵng', '호찌민 시', 'ﾀﾞﾅﾝ', 'İstanbul']) {
      expect(foldName(foldName(name))).toBe(foldName(name));
    }
  });
});
