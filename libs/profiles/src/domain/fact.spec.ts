import { dueAt, isStale } from './fact.js';

const checkedAt = (day: string) => ({ checkedAt: new Date(`${day}T09:30:00Z`) });

describe('a fact', () => {
  it.each([
    ['2026-03-15', null, '2027-03-15T09:30:00.000Z'],
    ['2028-02-29', null, '2029-02-28T09:30:00.000Z'],
    // What it states runs out first, or long after.
    ['2026-03-15', '2026-08-31', '2026-09-01T00:00:00.000Z'],
    ['2026-03-15', '2029-08-31', '2027-03-15T09:30:00.000Z'],
    // Confirmed although it had run out.
    ['2026-03-15', '2026-01-31', '2027-03-15T09:30:00.000Z'],
  ])('checked on %s, running out on %s, is due at %s', (day, runsOut, due) => {
    expect(dueAt(checkedAt(day), runsOut).toISOString()).toBe(due);
  });

  it('is stale from that moment on, and not before', () => {
    const fact = checkedAt('2026-03-15');
    expect(isStale(fact, new Date('2027-03-15T09:29:59.999Z'))).toBe(false);
    expect(isStale(fact, new Date('2027-03-15T09:30:00Z'))).toBe(true);
  });
});
