import { readDraft, writtenWeights } from './weights-form.js';
import type { RelationWeights } from './weights-requests.js';
import { movedShares, RELATIONS } from './weights.js';

const USED: RelationWeights[] = RELATIONS.map((relation) => ({
  relation,
  demandShare: 0.7,
  demand: [
    { code: 'themes_in_common', weight: 0.375 },
    { code: 'place_sought', weight: 0.125 },
  ],
  supply: [{ code: 'markets_in_common', weight: 1 }],
}));
const used = writtenWeights(USED);
const withThemes = (themes: string) => ({
  ...used,
  trade: { ...used.trade, demand: { ...used.trade.demand, themes_in_common: themes } },
});

describe('a draft of weights', () => {
  it('names only what has changed, without what counts nothing', () => {
    expect(readDraft(used, withThemes('0,125'), ' Less themes. ')).toEqual({
      draft: {
        note: 'Less themes.',
        relations: [
          {
            ...USED[0],
            demand: [
              { code: 'themes_in_common', weight: 0.125 },
              { code: 'place_sought', weight: 0.125 },
            ],
          },
        ],
      },
    });
  });

  it('is refused without a reason, without a change, with no number, and with a side that judges by nothing', () => {
    const faults = (written: typeof used, note = 'Why') => {
      const said = readDraft(used, written, note);
      return 'faults' in said ? said.faults.map(({ field, code }) => `${field} ${code}`) : [];
    };
    expect(faults(used, ' ')).toEqual(['relation nothing', 'note note']);
    expect(faults(withThemes('2'))).toEqual(['trade-demand-themes_in_common number']);
    const blank = { ...used.trade.supply, markets_in_common: '0' };
    expect(faults({ ...used, trade: { ...used.trade, supply: blank } })).toEqual([
      'trade-supply-themes_in_common sum',
    ]);
  });
});

it('tells the shares that a change moves, also of what was not touched', () => {
  const said = readDraft(used, withThemes('0.125'), 'Why');
  const after = 'draft' in said ? said.draft.relations : [];
  expect(movedShares(USED, after)).toEqual([
    { relation: 'trade', side: 'demand', feature: 'themes_in_common', before: 0.75, after: 0.5 },
    { relation: 'trade', side: 'demand', feature: 'place_sought', before: 0.25, after: 0.5 },
  ]);
});
