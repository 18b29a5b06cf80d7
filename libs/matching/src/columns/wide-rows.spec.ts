import fc from 'fast-check';
import { BEYOND, GROUP, wideRows } from './wide-rows.js';

const ROWS = 64;
const TERMS = 8;
const [SUMS, HOPES, OUT, OURS, TERMS_AT, GROUPS_AT, BEST, BYTES] = [0, 256, 512, 768, 1024, 1280, 1792, 2048];

const rows = fc.uint8Array({ minLength: ROWS, maxLength: ROWS, max: 30 });
const term = fc.record({ weight: fc.integer({ min: 0, max: 130 }), rows });
const group = fc.record({
  weight: fc.integer({ min: 0, max: 40 }),
  base: fc.integer({ min: 0, max: 40 }),
  table: fc.uint8Array({ minLength: 16, maxLength: 16 }),
  lists: fc.array(rows, { maxLength: 4 }),
});

/** The memory, and how to write in it. */
function desk() {
  const { memory, add, hope, reach } = wideRows(BYTES + 3 * TERMS * ROWS + ROWS + BEYOND);
  const bytes = new Uint8Array(memory.buffer);
  let free = BYTES;
  const column = (content: Uint8Array): number => {
    bytes.set(content, free);
    free += ROWS;
    return free - ROWS;
  };
  const words = (at: number, values: readonly number[]): number => {
    new Int32Array(memory.buffer, at).set(values);
    return at + 4 * values.length;
  };
  return { memory, add, hope, reach, bytes, column, words };
}

describe('rows, sixteen at a time', () => {
  it('are added up and looked up as one by one', () => {
    fc.assert(
      fc.property(
        fc.array(term, { maxLength: TERMS }),
        fc.nat(TERMS),
        fc.array(group, { maxLength: 3 }),
        fc.nat(ROWS),
        fc.nat(ROWS),
        (terms, first, groups, some, other) => {
          const [from, to] = [Math.min(some, other), Math.max(some, other)];
          const { memory, add, hope, bytes, column, words } = desk();
          const end = words(
            TERMS_AT,
            terms.flatMap(({ weight, rows: content }) => [column(content), weight]),
          );
          let groupsEnd = GROUPS_AT;
          for (const { weight, base, table, lists } of groups) {
            const begin = groupsEnd;
            groupsEnd = words(begin + GROUP.bytes, lists.map(column));
            words(begin, [groupsEnd - begin, weight, base]);
            bytes.set(table, begin + GROUP.table);
          }
          const own = terms.slice(0, first);
          add(OURS, SUMS, TERMS_AT, TERMS_AT + 8 * own.length, end, from, to);
          hope(SUMS, HOPES, GROUPS_AT, groupsEnd, from, to, BEST);
          const sumsOf = (of: typeof terms): number[] =>
            Array.from({ length: to - from }, (_, at) =>
              of.reduce((sum, each) => sum + each.weight * each.rows[from + at]!, 0),
            );
          const sums = sumsOf(terms);
          const hopes = sums.map((sum, at) =>
            groups.reduce((all, { weight, base, table, lists }) => {
              const place = lists.reduce((total, content) => total + content[from + at]!, 0);
              return all + weight * table[Math.min(15, Math.max(0, Math.min(255, place) - base))]!;
            }, sum),
          );
          expect([...new Uint16Array(memory.buffer, OURS + 2 * from, to - from)]).toEqual(sumsOf(own));
          expect([...new Uint16Array(memory.buffer, SUMS + 2 * from, to - from)]).toEqual(sums);
          expect([...new Uint16Array(memory.buffer, HOPES + 2 * from, to - from)]).toEqual(
            hopes.map((each) => each & 0xffff),
          );
          const best = Math.max(...new Uint16Array(memory.buffer, BEST, 8));
          const reached = new Uint16Array(memory.buffer, HOPES + 2 * from, ROWS + BEYOND - from);
          expect(best).toBeGreaterThanOrEqual(Math.max(0, ...reached.subarray(0, to - from)));
          expect([0, ...reached]).toContain(best);
        },
      ),
    );
  });

  it('are found by what they reach, none beyond the end', () => {
    const values = fc.uint16Array({ minLength: 1, maxLength: ROWS });
    fc.assert(
      fc.property(values, fc.nat(ROWS), fc.integer({ min: 0, max: 0xffff }), (sums, skipped, bar) => {
        const { memory, reach } = desk();
        new Uint16Array(memory.buffer, SUMS).set(sums);
        const from = Math.min(skipped, sums.length);
        const count = reach(OUT, SUMS + 2 * from, SUMS + 2 * sums.length, bar, 1_000 + from);
        const expected = [...sums.keys()].filter((row) => row >= from && sums[row]! >= bar);
        expect([...new Uint32Array(memory.buffer, OUT, count)]).toEqual(expected.map((row) => 1_000 + row));
      }),
    );
  });
});
