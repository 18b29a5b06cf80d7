/** Events one socket may send at once, and how many a second it wins back. */
const BURST = 1_000;
const PER_SECOND = 200;
/** Events of one socket that may wait for their answers at the same time. */
const MAX_IN_FLIGHT = 512;

/** How fast one socket may ask. Time is given, in milliseconds of a clock that never goes back. */
export class EventRate {
  private tokens = BURST;
  private inFlight = 0;
  private filledAt: number;

  constructor(now: number) {
    this.filledAt = now;
  }

  /** Takes one place; false when there is none. Every success is given back by {@link leave}. */
  enter(now: number): boolean {
    this.tokens = Math.min(BURST, this.tokens + ((now - this.filledAt) / 1_000) * PER_SECOND);
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
