import { BLOCK, EntrySet, type SetPart } from './entry-set.js';

const digits = (...ords: readonly number[]): string =>
  Array.from({ length: BLOCK }, (_, at) => (ords.includes(at) ? '1' : '0')).join('');

/** As `bit_send` does. */
function sent(block: number, ...ords: readonly number[]): SetPart {
  const bytes = Buffer.alloc(4 + BLOCK / 8);
  bytes.writeInt32BE(BLOCK);
  for (const ord of ords) bytes[4 + (ord >> 3)] = (bytes[4 + (ord >> 3)] ?? 0) | (0x80 >> (ord & 7));
  return { block, bytes };
}

/** As `int4send` does, one after the other. */
function numbers(...ords: readonly number[]): SetPart {
  const bytes = Buffer.alloc(4 * ords.length);
  ords.forEach((ord, at) => bytes.writeInt32BE(ord, 4 * at));
  return { block: null, bytes };
}

const setOf = (...ords: readonly number[]): EntrySet => EntrySet.of([numbers(...ords)]);

const FAR = 4 * BLOCK - 1;

describe('a set of entries', () => {
  it('keeps who is in it, across blocks', () => {
    const set = setOf(0, 7, 8, BLOCK - 1, BLOCK, FAR);
    expect(set.ords()).toEqual([0, 7, 8, BLOCK - 1, BLOCK, FAR]);
    expect(set.size).toBe(6);
    expect([set.has(8), set.has(9), set.has(FAR), set.has(FAR + 1), set.has(10 * BLOCK)]).toEqual([
      true,
      false,
      true,
      false,
      false,
    ]);
  });

  it('goes to the database as it came, without empty blocks', () => {
    const set = EntrySet.of([sent(0, 0, 9, BLOCK - 1), sent(3, 17), numbers(2 * BLOCK, 9)]);
    expect(set.blocks()).toEqual([
      { block: 0, digits: digits(0, 9, BLOCK - 1) },
      { block: 2, digits: digits(0) },
      { block: 3, digits: digits(17) },
    ]);
    expect(setOf(3).blocks()).toEqual([{ block: 0, digits: digits(3) }]);
  });

  it('counts bits as get_bit of PostgreSQL does: the lowest of a byte first', () => {
    const { bytes, length } = setOf(0, 9).bits;
    expect([[...bytes], length]).toEqual([[1, 2], 16]);
  });

  it.each([
    ['union', (a: EntrySet, b: EntrySet) => EntrySet.union([a, b]), [1, 2, 3, FAR]],
    ['and', (a: EntrySet, b: EntrySet) => a.and(b), [2]],
    ['without', (a: EntrySet, b: EntrySet) => a.without(b), [1]],
    ['without, the other way', (a: EntrySet, b: EntrySet) => b.without(a), [3, FAR]],
  ])('%s', (_, combine, expected) => {
    const [short, long] = [setOf(1, 2), setOf(2, 3, FAR)];
    expect(combine(short, long).ords()).toEqual(expected);
    expect(short.ords()).toEqual([1, 2]);
  });

  it('may be empty', () => {
    expect([EntrySet.EMPTY.isEmpty, EntrySet.union([]).isEmpty, setOf(1).isEmpty]).toEqual([
      true,
      true,
      false,
    ]);
    expect(EntrySet.EMPTY.and(setOf(1)).ords()).toEqual([]);
  });
});
