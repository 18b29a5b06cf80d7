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
