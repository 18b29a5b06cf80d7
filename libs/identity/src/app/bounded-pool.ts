import { TooBusy } from '../domain/identity.errors.js';

/** Runs at most `width` tasks at once; up to `maxWaiting` more wait their turn, the rest is refused (503). */
export class BoundedPool {
  private running = 0;
  private readonly waiting: (() => void)[] = [];

  constructor(
    private readonly width: number,
    private readonly maxWaiting: number,
  ) {}

  async run<Result>(task: () => Promise<Result>): Promise<Result> {
    if (this.running < this.width) this.running += 1;
    else await this.turn();
    try {
      return await task();
    } finally {
      // A waiting task takes over the place, so that nobody slips in between.
      const next = this.waiting.shift();
      if (next) next();
      else this.running -= 1;
    }
  }

  private turn(): Promise<void> {
    if (this.waiting.length >= this.maxWaiting) throw new TooBusy();
    return new Promise((resolve) => this.waiting.push(resolve));
  }
}
