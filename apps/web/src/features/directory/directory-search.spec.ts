import { filterOf, isNarrowed, readDirectorySearch, toggled, withoutFilters } from './directory-search.js';

const ID = (digit: number) => `0190a000-0000-7000-8000-00000000000${digit}`;

describe('the address of the directory', () => {
  it('says what is looked for, in one value or several', () => {
    const search = readDirectorySearch({
      q: '골프',
      kind: 'city',
      country: ['KR', 'VN', 'KR'],
      sort: 'newest',
      area: [120, 30, 132, 39.5],
      map: true,
      picked: [ID(1)],
    });
    expect(search).toEqual({
      q: '골프',
      kind: ['city'],
      country: ['KR', 'VN'],
      sort: 'newest',
      area: [120, 30, 132, 39.5],
      map: true,
      picked: [ID(1)],
    });
    expect(filterOf(search)).toEqual({
      q: '골프',
      kind: ['city'],
      country: ['KR', 'VN'],
      area: '120,30,132,39.5',
    });
  });

  it('is plain again when what it says is nothing', () => {
    expect(
      readDirectorySearch({
        q: '  ',
        kind: ['castle'],
        scope: [],
        sort: 'relevance',
        area: [10, 0, 5, 1],
        map: 'yes',
        picked: ['../etc', 7],
        unknown: 'x',
      }),
    ).toEqual({});
  });

  it('reads a number that was searched for as text', () => {
    expect(readDirectorySearch({ q: 2027 })).toEqual({ q: '2027' });
  });

  it('holds at most four ticks', () => {
    const four = [1, 2, 3, 4].reduce((search, digit) => toggled(search, ID(digit)), {});
    expect(toggled(four, ID(5))).toEqual(four);
    expect(toggled(four, ID(2))).toEqual({ picked: [ID(1), ID(3), ID(4)] });
    expect(toggled({ q: 'a', picked: [ID(1)] }, ID(1))).toEqual({ q: 'a' });
  });

  it('loses its filters together and keeps the rest', () => {
    const search = readDirectorySearch({ q: 'a', theme: ['thm.golf'], sort: 'name', picked: [ID(1)] });
    expect([isNarrowed(search), isNarrowed(withoutFilters(search))]).toEqual([true, false]);
    expect(withoutFilters(search)).toEqual({ sort: 'name', picked: [ID(1)] });
  });
});
