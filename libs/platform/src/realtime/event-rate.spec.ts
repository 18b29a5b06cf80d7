import { EventRate } from './event-rate.js';

/** How many of `count` events get in at `now`, each answered at once. */
function answered(rate: EventRate, count: number, now: number): number {
  let entered = 0;
  for (let event = 0; event < count; event += 1) {
    if (!rate.enter(now)) continue;
    entered += 1;
    rate.leave();
  }
  return entered;
}

describe('the rate of one socket', () => {
  it('allows a burst, then what a second wins back', () => {
    const rate = new EventRate(0);
    expect(answered(rate, 2_000, 0)).toBe(1_000);
    expect(answered(rate, 2_000, 500)).toBe(100);
    expect(answered(rate, 2_000, 1_500)).toBe(200);
    expect(answered(rate, 2_000, 3_600_000)).toBe(1_000);
  });

  it('bounds what waits for an answer', () => {
    const rate = new EventRate(0);
    const entered = Array.from({ length: 600 }, () => rate.enter(0)).filter(Boolean);
    expect(entered).toHaveLength(512);
    rate.leave();
    expect([rate.enter(0), rate.enter(0)]).toEqual([true, false]);
  });
});
