/** Events one socket may send at once, and how many a second it wins back. */
const BURST = 1_000;
const PER_SECOND = 200;
/** Events of one socket that may wait for their answers at the same time. */
const MAX_IN_FLIGHT = 512;

/** How fast one socket may ask. Time is given, in milliseconds of a clock that never goes back. */
export class EventRate {
  private tokens: number;
  private inFlight = 0;

  constructor(
    private filledAt: number,
    private readonly burst = BURST,
    private readonly perSecond = PER_SECOND,
  ) {
    this.tokens = burst;
  }

  /** Takes one place; false when there is none. Every success is given back by {@link leave}. */
  enter(now: number): boolean {
    this.tokens = Math.min(this.burst, this.tokens + ((now - this.filledAt) / 1_000) * this.perSecond);
    this.filledAt = now;
    if (this.tokens < 1 || this.inFlight >= MAX_IN_FLIGHT) return false;
    this.tokens -= 1;
    this.inFlight += 1;
    return true;
  }

  leave(): void {
    this.inFlight -= 1;
  }
}
