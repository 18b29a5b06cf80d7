/** How many entries one row of `directory_block` tells of; `bit(4096)` in the database. */
export const BLOCK = 4096;
const BYTES = BLOCK / 8;

/** A part of a set as the database tells it: a digit for each entry of the block, the first entry first. */
export interface Block {
  readonly block: number;
  readonly digits: string;
}

/**
 * A set of entries by their `ord`, one bit each. Never changed once made. The bits of a byte count from the lowest, as
 * `get_bit` of PostgreSQL counts them.
 */
export class EntrySet {
  static readonly EMPTY = new EntrySet(new Uint8Array(0));

  private constructor(private readonly bytes: Uint8Array) {}

  static of(blocks: readonly Block[]): EntrySet {
    const last = Math.max(-1, ...blocks.map(({ block }) => block));
    const bytes = new Uint8Array((last + 1) * BYTES);
    for (const { block, digits } of blocks) {
      for (let at = digits.indexOf('1'); at >= 0; at = digits.indexOf('1', at + 1)) {
        add(bytes, block * BYTES + (at >> 3), 1 << (at & 7));
      }
    }
    return new EntrySet(bytes);
  }

  /** Whoever is in any of them. */
  static union(sets: readonly EntrySet[]): EntrySet {
    const bytes = new Uint8Array(Math.max(0, ...sets.map((set) => set.bytes.length)));
    for (const set of sets) set.bytes.forEach((byte, at) => add(bytes, at, byte));
    return new EntrySet(bytes);
  }

  /** Whoever is in both. */
  and(other: EntrySet): EntrySet {
    const length = Math.min(this.bytes.length, other.bytes.length);
    return new EntrySet(this.bytes.slice(0, length).map((byte, at) => byte & (other.bytes[at] ?? 0)));
  }

  /** Whoever is in this one alone. */
  without(other: EntrySet): EntrySet {
    return new EntrySet(this.bytes.map((byte, at) => byte & ~(other.bytes[at] ?? 0)));
  }

  has(ord: number): boolean {
    return ((this.bytes[ord >> 3] ?? 0) & (1 << (ord & 7))) !== 0;
  }

  get size(): number {
    let size = 0;
    for (const byte of this.bytes) size += ONES[byte] ?? 0;
    return size;
  }

  get isEmpty(): boolean {
    return this.bytes.every((byte) => byte === 0);
  }

  /** Everyone's `ord`, in order. */
  ords(): number[] {
    const ords: number[] = [];
    this.bytes.forEach((byte, at) => {
      for (let left = byte; left !== 0; left &= left - 1) ords.push(at * 8 + 31 - Math.clz32(left & -left));
    });
    return ords;
  }

  /** As the database takes them: only blocks with somebody in them. */
  blocks(): Block[] {
    const blocks: Block[] = [];
    for (let block = 0; block * BYTES < this.bytes.length; block += 1) {
      const bytes = this.bytes.subarray(block * BYTES, (block + 1) * BYTES);
      if (bytes.some((byte) => byte !== 0)) blocks.push({ block, digits: digitsOf(bytes) });
    }
    return blocks;
  }

  /** The bits as they are, and for how many entries. */
  get bits(): { readonly bytes: Buffer; readonly length: number } {
    return { bytes: Buffer.from(this.bytes), length: this.bytes.length * 8 };
  }
}

function add(bytes: Uint8Array, at: number, bits: number): void {
  bytes[at] = (bytes[at] ?? 0) | bits;
}

const BYTE_VALUES = Array.from({ length: 256 }, (_, byte) => byte);
const DIGITS = BYTE_VALUES.map((byte) => [...byte.toString(2).padStart(8, '0')].reverse().join(''));
const ONES = Uint8Array.from(DIGITS, (digits) => digits.replaceAll('0', '').length);

const digitsOf = (bytes: Uint8Array): string => Array.from(bytes, (byte) => DIGITS[byte]).join('');
