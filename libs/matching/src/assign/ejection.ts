import { UNPLACED, type Calendar } from './calendar.js';

/** How many meetings may have to move, one for another, to make room for one. */
const DEPTH = 3;
/** Attempts per request, so that a hopeless one ends. */
const MOST_ATTEMPTS = 400;

/** The same while one meeting is dropped for another. */
const EXCHANGE_DEPTH = 1;

interface Exchange {
  readonly slot: number;
  readonly dropped: readonly number[];
  /** In the way too, but to be moved. */
  readonly moving: readonly number[];
  readonly cost: number;
}

/**
 * Places requests that found no slot by moving what stands in the way to other slots, where it may push on in turn
 * (an ejection chain). Nothing that was placed is lost.
 */
export class Ejection {
  private attempts = 0;
  /** What was moved, and from where, so that a failed chain can be taken back. */
  private readonly journal: { readonly request: number; readonly slot: number }[] = [];

  constructor(private readonly calendar: Calendar) {}

  /** Tries each of them in turn; returns how many found a place. */
  placeAll(requests: readonly number[]): number {
    let placed = 0;
    for (const request of requests) if (this.place(request)) placed += 1;
    return placed;
  }

  /**
   * Gives a request a slot at the cost of meetings that are worth less together; those may be without a slot
   * afterwards. The cheapest way is tried first. Returns who was dropped, or undefined when nothing is to be gained.
   */
  exchange(request: number): readonly number[] | undefined {
    const { slotOf, round } = this.calendar;
    if (slotOf[request] !== UNPLACED) return undefined;
    this.attempts = MOST_ATTEMPTS;
    for (const { slot, dropped, moving } of this.exchangesFor(request, round.requests[request]!.weight)) {
      this.journal.length = 0;
      for (const other of [...dropped, ...moving]) this.move(other, UNPLACED);
      this.move(request, slot);
      if (moving.every((other) => this.settle(other, slot, EXCHANGE_DEPTH, [request, ...moving])))
        return dropped;
      this.takeBack(0);
    }
    return undefined;
  }

  private exchangesFor(request: number, worth: number): readonly Exchange[] {
    const exchanges: Exchange[] = [];
    const weight = (other: number): number => this.calendar.round.requests[other]!.weight;
    for (let slot = 0; slot < this.calendar.round.slots; slot += 1) {
      if (!this.calendar.suits(request, slot)) continue;
      const blockers = this.calendar.inTheWay(request, slot);
      const cost = blockers.reduce((sum, other) => sum + weight(other), 0);
      if (cost < worth) exchanges.push({ slot, dropped: blockers, moving: [], cost });
      if (blockers.length < 2) continue;
      for (const other of blockers)
        if (weight(other) < worth)
          exchanges.push({
            slot,
            dropped: [other],
            moving: blockers.filter((each) => each !== other),
            cost: weight(other),
          });
    }
    return exchanges.sort((a, b) => a.cost - b.cost || a.slot - b.slot);
  }

  place(request: number): boolean {
    const { slotOf, round } = this.calendar;
    if (slotOf[request] !== UNPLACED || !(round.requests[request]!.weight > 0)) return false;
    // Moving meetings gives nobody more free slots than before.
    if (!this.calendar.haveRoom(request)) return false;
    this.journal.length = 0;
    this.attempts = MOST_ATTEMPTS;
    for (let depth = 0; depth <= DEPTH; depth += 1)
      if (this.settle(request, UNPLACED, depth, [])) return true;
    return false;
  }

  /** Finds a slot other than `leaving` for a request that stands nowhere; `moved` are those that may not move again. */
  private settle(request: number, leaving: number, depth: number, moved: readonly number[]): boolean {
    for (let slot = 0; slot < this.calendar.round.slots; slot += 1) {
      if (slot === leaving || !this.calendar.suits(request, slot)) continue;
      if (this.clear(request, slot, depth, moved)) {
        this.move(request, slot);
        return true;
      }
    }
    return false;
  }

  private clear(request: number, slot: number, depth: number, moved: readonly number[]): boolean {
    const blockers = this.calendar.inTheWay(request, slot);
    if (blockers.length === 0) return true;
    if (depth === 0 || blockers.length > depth || blockers.some((blocker) => moved.includes(blocker)))
      return false;
    if ((this.attempts -= 1) < 0) return false;
    const mark = this.journal.length;
    const taken = [...moved, request, ...blockers];
    for (const blocker of blockers) this.move(blocker, UNPLACED);
    // The request holds its place while the others look for theirs.
    this.move(request, slot);
    const isClear = blockers.every((blocker) => this.settle(blocker, slot, depth - blockers.length, taken));
    if (isClear) this.move(request, UNPLACED);
    else this.takeBack(mark);
    return isClear;
  }

  private move(request: number, slot: number): void {
    this.journal.push({ request, slot: this.calendar.slotOf[request]! });
    this.calendar.move(request, slot);
  }

  private takeBack(mark: number): void {
    while (this.journal.length > mark) {
      const { request, slot } = this.journal.pop()!;
      this.calendar.move(request, slot);
    }
  }
}
