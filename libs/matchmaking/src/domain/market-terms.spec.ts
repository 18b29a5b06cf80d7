import { chanceAt } from '#libs/matching';
import { capacityOf, FIRST_TERMS, promisedBy, termsFrom, USUAL_LETTERS } from './market-terms.js';

const letters = { organizationId: 'o', received: 0, answered: 0, answeredLately: 0, waiting: 0 };

describe('what an organization can look through', () => {
  it('is the usual for whom nothing is known, and for who answers everything', () => {
    expect(capacityOf(letters)).toBe(USUAL_LETTERS);
    expect(capacityOf({ ...letters, received: 9, answered: 9 })).toBe(USUAL_LETTERS);
  });

  it('is less for who leaves letters lying, never nothing, and more for who answers many', () => {
    expect(capacityOf({ ...letters, received: 17, answered: 7 })).toBe(10);
    expect(capacityOf({ ...letters, received: 900 })).toBe(4);
    expect(capacityOf({ ...letters, received: 60, answered: 60, answeredLately: 44 })).toBe(44);
  });

  it('is taken by what waits', () => {
    expect(capacityOf({ ...letters, received: 12, waiting: 12 })).toBe(USUAL_LETTERS - 12);
    expect(capacityOf({ ...letters, received: 30, waiting: 30 })).toBe(0);
  });
});

describe('the chance of an answer', () => {
  it('follows what was seen of those who looked', () => {
    const { answers, welcomes } = termsFrom([{ score: 0.8, times: 40_000, happened: 400 }], []);
    expect(chanceAt(answers, 0.8)).toBeCloseTo(0.01, 2);
    expect(chanceAt(answers, 0.5)).toBeLessThanOrEqual(chanceAt(answers, 0.8));
    for (const score of [0, 0.35, 0.5, 0.8, 1])
      expect(chanceAt(welcomes, score)).toBeCloseTo(chanceAt(FIRST_TERMS.welcomes, score), 12);
  });
});

it('promises by place and score, all lists together', () => {
  const [first, second] = promisedBy(
    [
      [
        { organizationId: 'a', score: 0.8 },
        { organizationId: 'b', score: 0.7 },
      ],
      [{ organizationId: 'a', score: 0.6 }],
    ],
    FIRST_TERMS,
  );
  expect(first?.looks).toBe(2);
  expect(first?.answers).toBeCloseTo(chanceAt(FIRST_TERMS.answers, 0.8) + chanceAt(FIRST_TERMS.answers, 0.6));
  expect(second?.looks).toBeCloseTo(1 / Math.log2(3));
});
