import { areShares, shareOf, withBearers } from './bearers.js';

describe('who pays which part', () => {
  it('is nobody else, or others with what is left for whoever asks', () => {
    expect(withBearers('own', [], new Map())).toEqual([]);
    const three = withBearers('own', ['a', 'b'], new Map([['a', 1_250]]));
    expect([shareOf(three, 'own'), shareOf(three, 'a'), shareOf(three, 'b')]).toEqual([5_417, 1_250, 3_333]);
    expect(withBearers('own', ['a'], new Map([['a', 10_000]]))).toEqual([
      { organizationId: 'a', shareBasisPoints: 10_000 },
    ]);
  });

  it('is not sent where others shall pay more than there is', () => {
    const tooMuch = withBearers(
      'own',
      ['a', 'b'],
      new Map([
        ['a', 6_000],
        ['b', 6_000],
      ]),
    );
    expect(areShares(tooMuch)).toBe(false);
    expect(areShares(withBearers('own', ['a'], new Map([['a', 6_000]])))).toBe(true);
  });
});
