/** Loaded before everything else: this process believes that it is `CHAOS_CLOCK_SKEW_MS` later than it is. */
const skew = Number(process.env.CHAOS_CLOCK_SKEW_MS ?? 0);
const Real = Date;

class SkewedDate extends Real {
  constructor(...given: [] | [number | string | Date]) {
    if (given.length === 0) super(Real.now() + skew);
    else super(...(given as [number]));
  }

  static override now(): number {
    return Real.now() + skew;
  }
}

globalThis.Date = SkewedDate as DateConstructor;
