import fc from 'fast-check';
import { buildAutomaton } from './aho-corasick.js';

const units = (text: string): Uint16Array => Uint16Array.from(text, (character) => character.charCodeAt(0));
const alphabet = fc.string({ unit: fc.constantFrom('a', 'b', '가', '釜'), minLength: 1, maxLength: 4 });

it('finds exactly what a search for each pattern at each place finds', () => {
  fc.assert(
    fc.property(
      fc.uniqueArray(alphabet, { maxLength: 12 }),
      fc.string({ unit: fc.constantFrom('a', 'b', '가', '釜'), maxLength: 40 }),
      (patterns, text) => {
        const found: string[] = [];
        const automaton = buildAutomaton(patterns.map(units));
        automaton.scan(units(text), text.length, (pattern, end) => found.push(`${patterns[pattern]} ${end}`));
        const expected = patterns.flatMap((pattern) =>
          [...text].flatMap((_, at) =>
            text.startsWith(pattern, at) ? [`${pattern} ${at + pattern.length}`] : [],
          ),
        );
        expect(found.sort()).toEqual(expected.sort());
      },
    ),
    { numRuns: 500 },
  );
});

it('reports the longest of the patterns that end together first', () => {
  const found: number[] = [];
  buildAutomaton([units('c'), units('abc'), units('bc')]).scan(units('abc'), 3, (pattern) =>
    found.push(pattern),
  );
  expect(found).toEqual([1, 2, 0]);
});

it('leaves out nothing that begins where a search may begin, and invents nothing', () => {
  const isB = (unit: number): boolean => unit === 'b'.charCodeAt(0);
  fc.assert(
    fc.property(
      fc.uniqueArray(alphabet, { maxLength: 12 }),
      fc.string({ unit: fc.constantFrom('a', 'b', '가', '釜'), maxLength: 40 }),
      (patterns, text) => {
        const found = new Set<string>();
        buildAutomaton(patterns.map(units)).scan(
          units(text),
          text.length,
          (pattern, end) => found.add(`${patterns[pattern]} ${end}`),
          (previous, unit) => isB(previous) && isB(unit),
        );
        for (const [at] of [...text].entries())
          for (const pattern of patterns.filter((each) => text.startsWith(each, at))) {
            const isJoined = isB(text.charCodeAt(at - 1)) && isB(text.charCodeAt(at));
            expect(isJoined || found.has(`${pattern} ${at + pattern.length}`)).toBe(true);
            found.delete(`${pattern} ${at + pattern.length}`);
          }
        expect([...found]).toEqual([]);
      },
    ),
    { numRuns: 500 },
  );
});
