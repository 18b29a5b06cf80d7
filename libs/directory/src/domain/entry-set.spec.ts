import { BLOCK, EntrySet } from './entry-set.js';

const digits = (...ords: readonly number[]): string =>
  Array.from({ length: BLOCK }, (_, at) => (ords.includes(at) ? '1' : '0')).join('');
const setOf = (...ords: readonly number[]): EntrySet => {
  const blocks = new Set(ords.map((ord) => Math.floor(ord / BLOCK)));
  const inside = (block: number): number[] =>
    ords.filter((ord) => Math.floor(ord / BLOCK) === block).map((ord) => ord % BLOCK);
  return EntrySet.of([...blocks].map((block) => ({ block, digits: digits(...inside(block)) })));
};

const FAR = 3 * BLOCK + 4095;

describe('a set of entries', () => {
  it('keeps who is in it, across blocks', () => {
    const set = setOf(0, 7, 8, 4095, 4096, FAR);
    expect(set.ords()).toEqual([0, 7, 8, 4095, 4096, FAR]);
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
    const blocks = [
      { block: 0, digits: digits(0, 9, 4095) },
      { block: 3, digits: digits(17) },
    ];
    expect(EntrySet.of(blocks).blocks()).toEqual(blocks);
  });

  it('counts bits as get_bit of PostgreSQL does: the lowest of a byte first', () => {
    const { bytes, length } = setOf(0, 9).bits;
    expect([...bytes.subarray(0, 2), length]).toEqual([1, 2, BLOCK]);
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
