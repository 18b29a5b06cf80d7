import { toCsv } from './csv.js';

describe('a table for spreadsheets', () => {
  it('quotes what would break a row, and begins with the mark of UTF-8', () => {
    expect(
      toCsv([
        ['name', 'note'],
        ['부산, 항구', 'says "hello"\nagain'],
        ['', 'plain'],
      ]),
    ).toBe('\uFEFFname,note\r\n"부산, 항구","says ""hello""\nagain"\r\n,plain\r\n');
  });

  it('runs no text as a formula, and leaves numbers numbers', () => {
    expect(toCsv([['=1+1', '+82', '@a', '-x', -8.65, 0]])).toBe("\uFEFF'=1+1,'+82,'@a,'-x,-8.65,0\r\n");
  });
});
