import fc from 'fast-check';
import { graph, partyNamed } from '../../../../test/support/small-market.js';
import { KeptSearches, MarketIndex, type MatchParty, PARTY_KINDS } from '../index.js';

const crowd = fc
  .array(
    fc.constantFrom('a', 'b', 'c').chain((name) => partyNamed(name)),
    { minLength: 1, maxLength: 30 },
  )
  .map((list) =>
    list.map((entry, at): MatchParty => ({ ...entry, id: `p-${at}`, organizationId: `o-${at}` })),
  );

/** One thing that happens to the market: somebody changes, leaves, or comes back as it was. */
const happening = fc.record({
  at: fc.nat(29),
  becomes: fc.option(partyNamed('changed'), { nil: undefined }),
  asksFirst: fc.boolean(),
});

const asked = { kinds: PARTY_KINDS, minimum: 0 };
const idsOf = (found: readonly { readonly id: string; readonly score: number }[]) =>
  found.map(({ id, score }) => [id, score]);

describe('kept searches', () => {
  it('answer after any changes what a search would find', () => {
    fc.assert(
      fc.property(
        crowd,
        partyNamed('subject'),
        fc.array(happening, { maxLength: 24 }),
        fc.constantFrom(1, 3, 20),
        fc.constantFrom(0, 2, 14),
        (parties, subject, happenings, limit, reserve) => {
          const index = new MarketIndex(parties, graph);
          const searches = new KeptSearches(index, graph, undefined, reserve);
          const without = new Set(['p-1', 'p-7']);
          const compare = (): void => {
            for (const options of [
              { ...asked, limit },
              { ...asked, limit, without },
            ])
              expect(idsOf(searches.find(subject, options))).toEqual(idsOf(index.find(subject, options)));
          };
          compare();
          for (const { at, becomes, asksFirst } of happenings) {
            if (becomes) index.upsert({ ...becomes, id: `p-${at}`, organizationId: `o-${at}` });
            else index.remove(`p-${at}`);
            if (asksFirst) compare();
          }
          compare();
        },
      ),
      { numRuns: 400 },
    );
  });

  it('search once, and again only for another subject, others left out, or too many changes', () => {
    const [first, ...others] = fc.sample(partyNamed('x'), { numRuns: 40, seed: 7 }).map((entry, at) => ({
      ...entry,
      id: `p-${at}`,
      organizationId: `o-${at}`,
      kind: 'sme' as const,
    }));
    const subject = { ...first!, id: 'ask', organizationId: 'city', kind: 'city' as const };
    const index = new MarketIndex(others, graph);
    const searches = new KeptSearches(index, graph);
    const costOf = (
      options: { readonly without?: ReadonlySet<string> } = {},
      party: MatchParty = subject,
    ) => {
      index.resetCounters();
      searches.find(party, { ...asked, limit: 5, ...options });
      return index.counters.rowsScored;
    };
    expect(costOf()).toBeGreaterThan(0);
    index.upsert({ ...others[3]!, concepts: others[4]!.concepts });
    index.remove(others[5]!.id);
    expect(costOf()).toBe(0);
    expect(costOf({ without: new Set([others[1]!.id]) })).toBeGreaterThan(0);
    expect(costOf({ without: new Set([others[1]!.id]) })).toBe(0);
    expect(costOf({}, { ...subject })).toBeGreaterThan(0);
    for (const other of others.slice(0, 9)) index.upsert({ ...other });
    expect(costOf({}, subject)).toBeGreaterThan(0);
  });
});
