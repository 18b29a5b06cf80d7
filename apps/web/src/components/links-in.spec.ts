import { linksIn } from './links-in.js';

const addresses = (text: string): (string | null)[] => linksIn(text).map(({ href }) => href);

describe('linksIn', () => {
  it('gives the text back when its parts are put together', () => {
    const text = 'See https://a.example/x, then (http://b.example).\nDone';
    expect(
      linksIn(text)
        .map(({ before, href }) => before + (href ?? ''))
        .join(''),
    ).toBe(text);
    expect(addresses(text)).toEqual(['https://a.example/x', 'http://b.example', null]);
  });

  it.each([
    ['no address', [null]],
    ['자료: https://a.example/가이드。', ['https://a.example/가이드', null]],
    ['javascript:alert(1)', [null]],
    ['http://', [null]],
    ['(see https://a.example/Busan_(city)).', ['https://a.example/Busan_(city)', null]],
    ['https://a.example/#token=abc-_1', ['https://a.example/#token=abc-_1', null]],
  ])('finds the addresses of %p', (text, expected) => {
    expect(addresses(text)).toEqual(expected);
  });
});
