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

export function intersection(a: Bits, b: Bits): Bits {
  const both = new Uint32Array(a.length);
  for (let at = 0; at < both.length; at += 1) both[at] = a[at]! & b[at]!;
  return both;
}

/** The rows of `a` that are not in `b`. */
export function difference(a: Bits, b: Bits): Bits {
  const rest = new Uint32Array(a.length);
  for (let at = 0; at < rest.length; at += 1) rest[at] = a[at]! & ~b[at]!;
  return rest;
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
  for (let at = 0; at < bits.length; at += 1) if (bits[at] !== 0) return false;
  return true;
}
