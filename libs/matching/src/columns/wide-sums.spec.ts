import fc from 'fast-check';
import { wideMemory } from './wide-sums.js';

const ROWS = 64;
const TERMS_AT = 2 * ROWS;
const BYTES_AT = TERMS_AT + 8 * 8;

describe('wide sums', () => {
  it('are what one adds up row by row', () => {
    const { buffer, add } = wideMemory(BYTES_AT + 8 * ROWS);
    const [bytes, terms] = [new Uint8Array(buffer), new Int32Array(buffer, TERMS_AT)];
    const term = fc.record({
      weight: fc.integer({ min: 0, max: 130 }),
      rows: fc.uint8Array({ minLength: ROWS, maxLength: ROWS, max: 60 }),
    });
    fc.assert(
      fc.property(
        fc.array(term, { minLength: 1, maxLength: 8 }),
        fc.integer({ min: 1, max: ROWS }),
        (all, length) => {
          for (const [at, { weight, rows }] of all.entries()) {
            terms.set([BYTES_AT + at * ROWS, weight], 2 * at);
            bytes.set(rows, BYTES_AT + at * ROWS);
          }
          add(0, TERMS_AT, TERMS_AT + 8 * all.length, length);
          const expected = Array.from({ length }, (_, row) =>
            all.reduce((sum, { weight, rows }) => sum + weight * rows[row]!, 0),
          );
          expect([...new Uint16Array(buffer, 0, length)]).toEqual(expected);
        },
      ),
    );
  });
});
