import fc from 'fast-check';
import { SEAT_STANDINGS, type SeatStanding } from './electorate.js';
import { type Choice, CHOICES, resultOf, tallyOf, turnoutOf } from './tally.js';

const standings = fc.array(fc.constantFrom(...SEAT_STANDINGS), { maxLength: 40 });
/** An electorate with ballots of some of its voting seats. */
const votes = standings.chain((list) => {
  const voting = list.filter((standing) => standing === 'voting').length;
  const choices = fc.array(fc.constantFrom(...CHOICES), { maxLength: voting });
  return fc.tuple(fc.constant(list), choices);
});
const seats = (voting: number, vacant = 0, conflict = 0): SeatStanding[] => [
  ...Array<SeatStanding>(voting).fill('voting'),
  ...Array<SeatStanding>(vacant).fill('vacant'),
  ...Array<SeatStanding>(conflict).fill('conflict'),
];
const ballots = (yes: number, no = 0, abstain = 0): Choice[] => [
  ...Array<Choice>(yes).fill('yes'),
  ...Array<Choice>(no).fill('no'),
  ...Array<Choice>(abstain).fill('abstain'),
];
const outcome = (list: SeatStanding[], choices: Choice[]) => resultOf(tallyOf(list, choices));

describe('the quorum', () => {
  it('is more than half of all seats but those in conflict, vacant ones included', () => {
    expect(turnoutOf(seats(10, 7))).toEqual({ seats: 17, voting: 10, vacant: 7, conflicts: 0, quorum: 9 });
    expect(turnoutOf(seats(9, 7, 1)).quorum).toBe(9);
    expect(turnoutOf(seats(8, 6, 1)).quorum).toBe(8);
    expect(turnoutOf([]).quorum).toBe(1);
  });

  it('is never made easier by leaving a seat empty', () => {
    fc.assert(
      fc.property(standings, (list) => {
        const filled = list.map((standing) => (standing === 'vacant' ? 'voting' : standing));
        expect(turnoutOf(list).quorum).toBe(turnoutOf(filled).quorum);
      }),
    );
  });
});

describe('a result', () => {
  it('is no decision without the quorum, whatever the ballots say', () => {
    expect(outcome(seats(10, 7), ballots(8))).toMatchObject({
      outcome: 'no-quorum',
      reasons: ['quorum-missed'],
      cast: 8,
      quorum: 9,
    });
    expect(outcome([], [])).toMatchObject({ outcome: 'no-quorum' });
  });

  it('needs more yes than no; abstentions make the quorum only', () => {
    expect(outcome(seats(17), ballots(1, 0, 8))).toMatchObject({
      outcome: 'accepted',
      reasons: ['quorum-reached', 'more-yes-than-no'],
    });
    expect(outcome(seats(17), ballots(5, 5))).toMatchObject({
      outcome: 'refused',
      reasons: ['quorum-reached', 'not-more-yes-than-no'],
    });
    expect(outcome(seats(17), ballots(0, 0, 17)).outcome).toBe('refused');
  });

  it('adds up, and is accepted only with the quorum and more yes than no', () => {
    fc.assert(
      fc.property(votes, ([list, choices]) => {
        const result = outcome(list, choices);
        expect(result.yes + result.no + result.abstain).toBe(result.cast);
        expect(result.voting + result.vacant + result.conflicts).toBe(result.seats);
        expect(result.outcome === 'accepted').toBe(result.cast >= result.quorum && result.yes > result.no);
        expect(result.outcome === 'no-quorum').toBe(result.cast < result.quorum);
      }),
    );
  });

  it('is not turned against a subject by one more yes, nor for it by one more no', () => {
    const rank = { 'no-quorum': 1, refused: 0, accepted: 2 };
    fc.assert(
      fc.property(votes, ([list, choices]) => {
        const before = outcome(list, choices).outcome;
        if (before === 'no-quorum') return;
        expect(rank[outcome(list, [...choices, 'yes']).outcome]).toBeGreaterThanOrEqual(rank[before]);
        expect(rank[outcome(list, [...choices, 'no']).outcome]).toBeLessThanOrEqual(rank[before]);
      }),
    );
  });

  it('does not depend on the order of the ballots', () => {
    fc.assert(
      fc.property(votes, ([list, choices]) => {
        expect(outcome(list, [...choices].reverse())).toEqual(outcome(list, choices));
      }),
    );
  });
});
