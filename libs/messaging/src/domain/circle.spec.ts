import { type CircleSeat, SHOWN_UP_TO, visibleTo } from './circle.js';

const seat = (personId: string, changes: Partial<CircleSeat> = {}): CircleSeat => ({
  ...{ personId, organizationId: `${personId}'s` },
  ...{ isSilenced: false, showsPresence: true, keepsAway: [] },
  ...changes,
});
const seen = (circle: readonly CircleSeat[], personId: string): string[] | undefined =>
  visibleTo(circle, { personId, organizationId: `${personId}'s` })?.map((each) => each.personId);

describe('who sees that somebody is here', () => {
  it('are the others of the room, and nobody outside of it', () => {
    const circle = [seat('a'), seat('b'), seat('c')];
    expect(seen(circle, 'a')).toEqual(['b', 'c']);
    expect(seen(circle, 'z')).toBeUndefined();
    expect(visibleTo(circle, { personId: 'a', organizationId: 'another' })).toBeUndefined();
  });

  it('are not those who hide it, who do not see it of others either', () => {
    const circle = [seat('a'), seat('b', { showsPresence: false }), seat('c')];
    expect(seen(circle, 'a')).toEqual(['c']);
    expect(seen(circle, 'b')).toEqual([]);
  });

  it('are not those whom one keeps away, nor who keep one away, as persons or as organizations', () => {
    expect(seen([seat('a', { keepsAway: ['b'] }), seat('b')], 'a')).toEqual([]);
    expect(seen([seat('a', { keepsAway: ['b'] }), seat('b')], 'b')).toEqual([]);
    expect(seen([seat('a'), seat('b', { keepsAway: ["a's"] })], 'a')).toEqual([]);
    expect(seen([seat('a', { isSilenced: true }), seat('b', { isSilenced: true })], 'a')).toEqual([]);
  });

  it('is nobody in a room too large to count heads in', () => {
    const circle = Array.from({ length: SHOWN_UP_TO + 1 }, (_, number) => seat(`p${number}`));
    expect(seen(circle, 'p0')).toEqual([]);
    expect(seen(circle.slice(1), 'p1')).toHaveLength(SHOWN_UP_TO - 1);
  });
});
