import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { electorateOf, type MemberCity, seatsByCountry } from './electorate.js';

const countries = fc.constantFrom('CN', 'JP', 'KR', 'VN');
const cities = fc
  .array(countries, { maxLength: 60 })
  .map((list): MemberCity[] => list.map((country, index) => ({ id: `city-${index}`, country })));
/** Any list a secretariat could keep: stale, doubled, of the wrong country. */
const holders = fc.array(
  fc.record({
    country: countries,
    number: fc.integer({ min: 1, max: 3 }),
    organizationId: fc.nat(70).map((index) => `city-${index}`),
  }),
  { maxLength: 12 },
);
const conflicts = fc
  .array(
    fc.nat(70).map((index) => `city-${index}`),
    { maxLength: 3 },
  )
  .map((ids) => new Set(ids));

describe('the seats of a country', () => {
  it('are one, and two above ten member cities', () => {
    const of = (count: number) =>
      seatsByCountry(Array.from({ length: count }, (_, index) => ({ id: `${index}`, country: 'KR' })));
    expect(of(0)).toEqual([]);
    expect([1, 10, 11, 36].map((count) => of(count)[0]?.seats)).toEqual([1, 1, 2, 2]);
  });

  it('come to 17 in 13 countries by the member list', () => {
    const csv = readFileSync(join(import.meta.dirname, '../../../../data/member-cities.csv'), 'utf8');
    const members = csv.split('\n').filter((line) => line.includes(',city_member,'));
    const list = members.map((line) => ({ id: line, country: /,([A-Z]{2}),/.exec(line)?.[1] ?? '' }));
    const seats = seatsByCountry(list);
    expect(list).toHaveLength(112);
    expect(seats.filter((each) => each.seats === 2)).toEqual([
      { country: 'CN', memberCities: 20, seats: 2 },
      { country: 'ID', memberCities: 19, seats: 2 },
      { country: 'KR', memberCities: 36, seats: 2 },
      { country: 'MY', memberCities: 12, seats: 2 },
    ]);
    expect(seats).toHaveLength(13);
    expect(electorateOf(list, [], new Set())).toHaveLength(17);
  });
});

describe('an electorate', () => {
  it('has each computed seat once, whoever is said to hold it', () => {
    fc.assert(
      fc.property(cities, holders, conflicts, (list, held, conflicted) => {
        const seats = electorateOf(list, held, conflicted);
        const expected = seatsByCountry(list).flatMap(({ country, seats: count }) =>
          Array.from({ length: count }, (_, index) => `${country} ${index + 1}`),
        );
        expect(seats.map(({ country, number }) => `${country} ${number}`)).toEqual(expected);
      }),
    );
  });

  it('lets only active member cities of the country vote, and none that has a conflict', () => {
    fc.assert(
      fc.property(cities, holders, conflicts, (list, held, conflicted) => {
        const homes = new Map(list.map(({ id, country }) => [id, country]));
        for (const seat of electorateOf(list, held, conflicted)) {
          if (seat.organizationId === null) {
            expect(seat.standing).toBe('vacant');
            continue;
          }
          expect(homes.get(seat.organizationId)).toBe(seat.country);
          expect(seat.standing).toBe(conflicted.has(seat.organizationId) ? 'conflict' : 'voting');
        }
      }),
    );
  });

  it('is the same in whatever order the members are listed', () => {
    fc.assert(
      fc.property(cities, holders, (list, held) => {
        const forwards = electorateOf(list, held, new Set());
        expect(electorateOf([...list].reverse(), held, new Set())).toEqual(forwards);
      }),
    );
  });

  it('knows the city that sits, the one that left, and the second seat a country has lost', () => {
    const list = ['busan', 'jeju'].map((id) => ({ id, country: 'KR' }));
    const held = [
      { country: 'KR', number: 1, organizationId: 'busan' },
      { country: 'KR', number: 2, organizationId: 'jeju' },
      { country: 'JP', number: 1, organizationId: 'fukuoka' },
    ];
    expect(electorateOf(list, held, new Set())).toEqual([
      { country: 'KR', number: 1, memberCities: 2, organizationId: 'busan', standing: 'voting' },
    ]);
    expect(electorateOf(list.slice(1), held, new Set())).toEqual([
      { country: 'KR', number: 1, memberCities: 1, organizationId: null, standing: 'vacant' },
    ]);
    expect(electorateOf(list, held, new Set(['busan']))[0]?.standing).toBe('conflict');
  });
});
