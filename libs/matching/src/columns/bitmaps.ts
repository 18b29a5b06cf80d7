const WORD_BITS = 5;
const IN_WORD = 31;

/** One bit per row, in words of 32. */
export type Bits = Uint32Array;

export const wordsFor = (rows: number): number => (rows + IN_WORD) >>> WORD_BITS;

export function setBit(bits: Bits, row: number): void {
  bits[row >>> WORD_BITS]! |= 1 << (row & IN_WORD);
}

export function clearBit(bits: Bits, row: number): void {
  bits[row >>> WORD_BITS]! &= ~(1 << (row & IN_WORD));
}

export const hasBit = (bits: Bits, row: number): boolean =>
  ((bits[row >>> WORD_BITS]! >>> (row & IN_WORD)) & 1) === 1;

/** Which rows hold which value of one property: a bitmap per value, made when the value first appears. */
export class BitGroup {
  private readonly byCode = new Map<number, Bits>();
  /** Rows that hold any value at all. */
  any: Bits;
  /** How many rows were ever marked. */
  marked = 0;

  constructor(private words: number) {
    this.any = new Uint32Array(words);
  }

  grow(words: number): void {
    this.words = words;
    this.any = widened(this.any, words);
    for (const [code, bits] of this.byCode) this.byCode.set(code, widened(bits, words));
  }

  mark(code: number, row: number): void {
    let bits = this.byCode.get(code);
    if (bits === undefined) {
      bits = new Uint32Array(this.words);
      this.byCode.set(code, bits);
    }
    setBit(bits, row);
    setBit(this.any, row);
    this.marked += 1;
  }

  unmark(code: number, row: number): void {
    const bits = this.byCode.get(code);
    if (bits === undefined) return;
    clearBit(bits, row);
    clearBit(this.any, row);
    this.marked -= 1;
  }

  of(code: number): Bits | undefined {
    return this.byCode.get(code);
  }

  /** Bytes of all bitmaps. */
  get bytes(): number {
    return (this.byCode.size + 1) * this.any.byteLength;
  }
}

function widened(bits: Bits, words: number): Bits {
  const wider = new Uint32Array(words);
  wider.set(bits);
  return wider;
}

/** Adds the rows of `more` to `bits`. */
export function addAll(bits: Bits, more: Bits | undefined): void {
  if (more === undefined) return;
  for (let at = 0; at < bits.length; at += 1) bits[at]! |= more[at]!;
}

/** `into` becomes the rows that are in both. */
export function intersect(into: Bits, a: Bits, b: Bits): Bits {
  for (let at = 0; at < into.length; at += 1) into[at] = a[at]! & b[at]!;
  return into;
}

/** `into` becomes the rows of `a` that are not in `b`. */
export function subtract(into: Bits, a: Bits, b: Bits): Bits {
  for (let at = 0; at < into.length; at += 1) into[at] = a[at]! & ~b[at]!;
  return into;
}

/** Bitmaps that are needed for the length of one search, used again by the next. */
export class BitPool {
  private bits: Bits[] = [];
  private used = 0;
  private words = 0;

  /** All that were taken are free again; from now on they have this length. */
  reset(words: number): void {
    if (words !== this.words) this.bits = [];
    this.words = words;
    this.used = 0;
  }

  /** An empty one. */
  take(): Bits {
    const at = this.used;
    this.used += 1;
    const known = this.bits[at];
    if (known === undefined) return (this.bits[at] = new Uint32Array(this.words));
    known.fill(0);
    return known;
  }
}

/** Calls `visit` for every row that is in both, ascending. */
export function eachInBoth(a: Bits, b: Bits, visit: (row: number) => void): void {
  for (let word = 0; word < a.length; word += 1) {
    let both = a[word]! & b[word]!;
    while (both !== 0) {
      const lowest = both & -both;
      visit((word << WORD_BITS) + IN_WORD - Math.clz32(lowest));
      both ^= lowest;
    }
  }
}

export function isEmpty(bits: Bits): boolean {
  return bits.every((word) => word === 0);
}
