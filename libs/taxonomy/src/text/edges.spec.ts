import fc from 'fast-check';
import { analyse } from './analyse.js';
import { joinsBefore, standsAlone } from './edges.js';

it('never begins a search too late: what stands alone is not joined to what is before it', () => {
  const letters = fc.constantFrom(...'aй1 -가釜カーひกำ\u0301\u0e49.');
  fc.assert(
    fc.property(
      fc.string({ unit: letters, minLength: 1, maxLength: 20 }),
      fc.nat(19),
      fc.nat(8),
      (text, at, more) => {
        const stream = analyse(text);
        const start = at % Math.max(1, stream.length);
        const end = Math.min(stream.length, start + 1 + more);
        const before = start === 0 ? 0 : stream.units[start - 1]!;
        if (standsAlone(stream, start, end)) expect(joinsBefore(before, stream.units[start]!)).toBe(false);
      },
    ),
    { numRuns: 2000 },
  );
});
