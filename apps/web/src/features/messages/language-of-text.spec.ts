import { languageOfText } from './language-of-text.js';

describe('languageOfText', () => {
  it.each([
    ['다낭의 야간 투어', 'ko'],
    ['釜山の夜景ツアー', 'ja'],
    ['ทัวร์กลางคืน', 'th'],
    ['Chúng tôi có thể đón 40 khách', 'vi'],
    ['Chào bạn, hẹn gặp ở Đà Nẵng', 'vi'],
    ['We can host 40 guests', null],
    ['40 ???', null],
  ])('reads %p as %p', (text, language) => {
    expect(languageOfText(text)).toBe(language);
  });

  it('reads decomposed Vietnamese letters too', () => {
    expect(languageOfText('hẹn gặp'.normalize('NFD'))).toBe('vi');
  });

  it('leaves a shared script to the language of the writer', () => {
    expect(languageOfText('高雄夜市', 'zh-Hant')).toBe('zh-Hant');
    expect(languageOfText('下関観光', 'ja')).toBe('ja');
    expect(languageOfText('高雄夜市', 'ko')).toBeNull();
    expect(languageOfText('Добрый день', 'ru')).toBe('ru');
    expect(languageOfText('Добрый день')).toBeNull();
  });
});
