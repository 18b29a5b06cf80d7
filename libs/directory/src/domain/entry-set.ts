/**
 * How many entries one row of `directory_block` tells of; `bit(14336)` in the database. The more the fewer rows are counted,
 * and four rows still fit a page.
 */
export const BLOCK = 14_336;
const BYTES = BLOCK / 8;

/** A part of a set as the database takes it: a digit for each entry of the block, the first entry first. */
export interface Block {
  readonly block: number;
  readonly digits: string;
}

/**
 * A part of a set as the database tells it: the bits of a block as `bit_send` gives them, or with no block the `ord` of
 * each entry, four bytes for one.
 */
export interface SetPart {
  readonly block: number | null;
  readonly bytes: Buffer;
}

/**
 * A set of entries by their `ord`, one bit each. Never changed once made. The bits of a byte count from the lowest, as
 * `get_bit` of PostgreSQL counts them.
 */
export class EntrySet {
  static readonly EMPTY = new EntrySet(new Uint8Array(0));

  private constructor(private readonly bytes: Uint8Array) {}

  static of(parts: readonly SetPart[]): EntrySet {
    const bytes = new Uint8Array(Math.max(0, ...parts.map(endOf)));
    for (const part of parts) {
      if (part.block === null) addOrds(bytes, part.bytes);
      else addBlock(bytes, part.block, part.bytes);
    }
    return new EntrySet(bytes);
  }

  /** Whoever is in any of them. */
  static union(sets: readonly EntrySet[]): EntrySet {
    const bytes = new Uint8Array(Math.max(0, ...sets.map((set) => set.bytes.length)));
    for (const set of sets) {
      for (let at = 0; at < set.bytes.length; at += 1) bytes[at] = byteAt(bytes, at) | byteAt(set.bytes, at);
    }
    return new EntrySet(bytes);
  }

  /** Whoever is in both. */
  and(other: EntrySet): EntrySet {
    const bytes = new Uint8Array(Math.min(this.bytes.length, other.bytes.length));
    for (let at = 0; at < bytes.length; at += 1) bytes[at] = byteAt(this.bytes, at) & byteAt(other.bytes, at);
    return new EntrySet(bytes);
  }

  /** Whoever is in this one alone. */
  without(other: EntrySet): EntrySet {
    const bytes = this.bytes.slice();
    const both = Math.min(bytes.length, other.bytes.length);
    for (let at = 0; at < both; at += 1) bytes[at] = byteAt(bytes, at) & ~byteAt(other.bytes, at);
    return new EntrySet(bytes);
  }

  has(ord: number): boolean {
    return (byteAt(this.bytes, ord >> 3) & (1 << (ord & 7))) !== 0;
  }

  get size(): number {
    let size = 0;
    for (const byte of this.bytes) size += byteAt(ONES, byte);
    return size;
  }

  get isEmpty(): boolean {
    return isZero(this.bytes);
  }

  /** Everyone's `ord`, in order. */
  ords(): number[] {
    const ords: number[] = [];
    for (let at = 0; at < this.bytes.length; at += 1) {
      for (let left = byteAt(this.bytes, at); left !== 0; left &= left - 1) {
        ords.push(at * 8 + 31 - Math.clz32(left & -left));
      }
    }
    return ords;
  }

  /** As the database takes them: only blocks with somebody in them. */
  blocks(): Block[] {
    const blocks: Block[] = [];
    for (let block = 0; block * BYTES < this.bytes.length; block += 1) {
      const bytes = this.bytes.subarray(block * BYTES, (block + 1) * BYTES);
      if (!isZero(bytes)) blocks.push({ block, digits: digitsOf(bytes).padEnd(BLOCK, '0') });
    }
    return blocks;
  }

  /** The bits as they are, and for how many entries. */
  get bits(): { readonly bytes: Buffer; readonly length: number } {
    return { bytes: Buffer.from(this.bytes), length: this.bytes.length * 8 };
  }
}

const byteAt = (bytes: Uint8Array, at: number): number => bytes[at] ?? 0;

function isZero(bytes: Uint8Array): boolean {
  for (const byte of bytes) if (byte !== 0) return false;
  return true;
}

const ORD_BYTES = 4;
/** `bit_send` tells the number of bits before them. */
const BITS_BEGIN = 4;

/** How many bytes a set needs for a part. */
function endOf({ block, bytes }: SetPart): number {
  if (block !== null) return (block + 1) * BYTES;
  let last = -1;
  for (let at = 0; at < bytes.length; at += ORD_BYTES) last = Math.max(last, bytes.readInt32BE(at));
  return (last >> 3) + 1;
}

function addOrds(set: Uint8Array, ords: Buffer): void {
  for (let at = 0; at < ords.length; at += ORD_BYTES) {
    const ord = ords.readInt32BE(at);
    set[ord >> 3] = byteAt(set, ord >> 3) | (1 << (ord & 7));
  }
}

function addBlock(set: Uint8Array, block: number, sent: Buffer): void {
  for (let at = 0; at < BYTES; at += 1) {
    const here = block * BYTES + at;
    set[here] = byteAt(set, here) | byteAt(REVERSED, byteAt(sent, BITS_BEGIN + at));
  }
}

const BYTE_VALUES = Array.from({ length: 256 }, (_, byte) => byte);
const DIGITS = BYTE_VALUES.map((byte) => [...byte.toString(2).padStart(8, '0')].reverse().join(''));
const ONES = Uint8Array.from(DIGITS, (digits) => digits.replaceAll('0', '').length);
/** PostgreSQL counts the bits of a bit string from the highest of a byte. */
const REVERSED = Uint8Array.from(DIGITS, (digits) => Number.parseInt(digits, 2));

const digitsOf = (bytes: Uint8Array): string => Array.from(bytes, (byte) => DIGITS[byte]).join('');
