import type { Comparison } from '../../lib/directory.js';
import { isSilent, rowsOf } from './comparison.js';

type Field = Comparison['rows'][number]['field'];
const row = (field: Field, ...values: string[][]) => ({ field, values });
const summaries = (...texts: (string | null)[]) => ({
  field: 'summary' as const,
  values: texts.map((text) => ({ text, language: text && 'ko', versions: [] })),
});
const summary = (rows: ReturnType<typeof rowsOf>) => rows.map(({ name, isEqual }) => [name, isEqual]);

describe('a comparison', () => {
  it('has a row for what anybody states, in the order of reading, and tells rows that are equal', () => {
    const rows = rowsOf({
      rows: [
        row('themes', ['thm.night', 'thm.cruise'], ['thm.cruise', 'thm.night']),
        row('country', ['KR'], ['VN']),
        row('kind', ['sme'], ['sme']),
        row('offers', [], []),
        row('maxGroup', ['40'], []),
      ],
      texts: [summaries('야간 투어', '야간 투어')],
    });
    expect(summary(rows)).toEqual([
      ['kind', true],
      ['country', false],
      ['summary', true],
      ['themes', true],
      ['maxGroup', false],
    ]);
  });

  it('keeps the columns in order where one of them is silent', () => {
    const [first] = rowsOf({ rows: [], texts: [summaries(null, '야간 투어')] });
    expect(first?.cells.map(isSilent)).toEqual([true, false]);
    expect(first?.isEqual).toBe(false);
  });
});
