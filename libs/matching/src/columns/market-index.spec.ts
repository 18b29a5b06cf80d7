import fc from 'fast-check';
import { graph, one, party, partyNamed, twisted } from '../../../../test/support/small-market.js';
import {
  MarketIndex,
  NO_CONCEPTS,
  PARTY_KINDS,
  rankMatches,
  type ConceptGraph,
  type MatchParty,
} from '../index.js';
import { closeness } from '../features/coverage.js';
import { DEFAULT_SPEC } from '../spec.js';

const market = fc
  .array(
    fc.constantFrom('a', 'b', 'c').chain((name) => partyNamed(name)),
    { maxLength: 40 },
  )
  .map((list) => list.map((entry, index): MatchParty => ({ ...entry, id: `${entry.id}-${index}` })));
const limits = fc.constantFrom(1, 3, 20, Number.MAX_SAFE_INTEGER);
const minima = fc.constantFrom(0, 0.2, 0.5);

const brute = (subject: MatchParty, parties: readonly MatchParty[], limit: number, minimum: number) =>
  rankMatches(
    subject,
    parties.filter(({ id }) => id !== subject.id),
    graph,
    { limit, minimum },
  ).map(({ candidate, score }) => [candidate.id, score]);
const found = (index: MarketIndex, subject: MatchParty, limit: number, minimum: number) =>
  index.find(subject, { limit, minimum }).map(({ id, score }) => [id, score]);

describe('the index of a market', () => {
  it('finds what comparing with everybody finds, to the last digit, for strangers and for members', () => {
    fc.assert(
      fc.property(market, partyNamed('subject'), limits, minima, (parties, stranger, limit, minimum) => {
        const index = new MarketIndex(parties, graph);
        for (const subject of [stranger, ...parties.slice(0, 3)])
          expect(found(index, subject, limit, minimum)).toEqual(brute(subject, parties, limit, minimum));
      }),
      { numRuns: 400 },
    );
  });

  it('misses nobody when most classes stay closed', () => {
    const crowd = fc.array(partyNamed('crowd'), { minLength: 60, maxLength: 90 }).map((list) =>
      list.map((entry, at): MatchParty => ({
        ...entry,
        id: `c-${at}`,
        organizationId: `c-${at}`,
        kind: 'sme',
      })),
    );
    fc.assert(
      fc.property(crowd, partyNamed('subject'), fc.constantFrom(1, 2, 5), (parties, drawn, limit) => {
        const subject = { ...drawn, kind: 'opportunity' as const };
        expect(found(new MarketIndex(parties, graph), subject, limit, 0)).toEqual(
          brute(subject, parties, limit, 0),
        );
      }),
      { numRuns: 150 },
    );
  });

  it('tells apart however many certainties, also those that come later', () => {
    const certain = (at: number): MatchParty => ({
      ...party({ id: `m-${at}`, organizationId: `m-${at}`, country: 'KR' }),
      concepts: {
        ...NO_CONCEPTS,
        offers: [one(`c${at % 3}`, (at + 1) / 100)],
        themes: [one(`c${at % 2}`, (100 - at) / 100), one(`c${2 + (at % 2)}`, (at + 7) / 110)],
      },
    });
    const subject: MatchParty = {
      ...party({ id: 'subject', organizationId: 'subject', kind: 'opportunity' }),
      concepts: { ...NO_CONCEPTS, seeks: [one('c0'), one('c1', 0.7)], themes: [one('c0'), one('c3', 0.4)] },
    };
    const parties = Array.from({ length: 100 }, (_, at) => certain(at));
    const index = new MarketIndex(parties.slice(0, 40), graph);
    for (const count of [40, 41, 70, 100]) {
      for (const late of parties.slice(40, count)) index.upsert(late);
      for (const limit of [5, 100])
        expect(found(index, subject, limit, 0)).toEqual(brute(subject, parties.slice(0, count), limit, 0));
    }
  });

  it('does not depend on the order of the parties', () => {
    fc.assert(
      fc.property(market, partyNamed('subject'), (parties, subject) => {
        const forward = new MarketIndex(parties, graph).find(subject, { minimum: 0 });
        expect(new MarketIndex([...parties].reverse(), graph).find(subject, { minimum: 0 })).toEqual(forward);
      }),
    );
  });

  it('is after any changes what it would be if built anew', () => {
    fc.assert(
      fc.property(
        market,
        market,
        fc.array(fc.nat(39)),
        partyNamed('subject'),
        (before, changes, gone, subject) => {
          const index = new MarketIndex(before, graph);
          const expected = new Map(before.map((entry) => [entry.id, entry]));
          for (const change of changes) {
            index.upsert(change);
            expected.set(change.id, change);
            index.find(subject);
          }
          for (const id of gone.flatMap((at) => before[at]?.id ?? [])) {
            index.remove(id);
            expected.delete(id);
          }
          expect(index.size).toBe(expected.size);
          expect(found(index, subject, 20, 0)).toEqual(brute(subject, [...expected.values()], 20, 0));
        },
      ),
    );
  });

  it('keeps to the kinds asked for and leaves out whom it is told to', () => {
    fc.assert(
      fc.property(market, partyNamed('subject'), fc.subarray([...PARTY_KINDS]), (parties, subject, kinds) => {
        const without = new Set(parties.slice(0, 5).map(({ id }) => id));
        const pool = parties.filter(({ id, kind }) => kinds.includes(kind) && !without.has(id));
        const index = new MarketIndex(parties, graph);
        expect(index.find(subject, { kinds, without }).map(({ id }) => id)).toEqual(
          rankMatches(subject, pool, graph).map(({ candidate }) => candidate.id),
        );
      }),
    );
  });

  it('looks only at candidates that may enter the list', () => {
    const themed = (id: string, theme: string, languages: string[]): MatchParty =>
      party({
        id,
        organizationId: id,
        languages,
        concepts: { ...NO_CONCEPTS, themes: [one(theme)], offers: [one('c5')] },
      });
    const fitting = Array.from({ length: 30 }, (_, at) => themed(`fit-${at}`, 'c0', ['ko']));
    const strangers = Array.from({ length: 500 }, (_, at) => themed(`far-${at}`, 'c7', ['vi']));
    const index = new MarketIndex([...strangers, ...fitting], graph);
    const ask = party({
      id: 'ask',
      kind: 'opportunity',
      requiredLanguages: ['ko'],
      concepts: { ...NO_CONCEPTS, themes: [one('c0')], seeks: [one('c5')] },
    });
    expect(index.find(ask, { limit: 10 }).every(({ id }) => id.startsWith('fit'))).toBe(true);
    const { rowsSeen, rowsJudged } = index.counters;
    expect(rowsSeen).toBe(30);
    expect(rowsJudged).toBe(30);
  });

  it('drops its dead rows when they are many', () => {
    const index = new MarketIndex([party({ id: 'one' })], graph);
    for (let turn = 0; turn < 2000; turn += 1)
      index.upsert(party({ id: 'one', languages: ['ko', String(turn % 7)] }));
    expect(index.size).toBe(1);
    expect(index.bytes).toBeLessThan(400_000);
    expect(index.get('one')?.languages).toEqual(['ko', '4']);
  });

  it('takes what cannot be meant by rule, as comparing with everybody does', () => {
    fc.assert(
      fc.property(market, twisted, fc.array(twisted, { maxLength: 6 }), (parties, subject, odd) => {
        const all = [...parties, ...odd.map((each, at) => ({ ...each, id: `odd-${at}` }))];
        expect(found(new MarketIndex(all, graph), subject, 20, 0)).toEqual(brute(subject, all, 20, 0));
      }),
      { numRuns: 300 },
    );
  });

  it('does not grow with languages that nobody else speaks', () => {
    const parties = Array.from({ length: 200 }, (_, at) =>
      party({
        id: `p-${at}`,
        organizationId: `o-${at}`,
        languages: ['ko', 'en'],
        concepts: { ...NO_CONCEPTS, themes: [one('c0')] },
      }),
    );
    const index = new MarketIndex(parties, graph);
    const ask = (at: number): MatchParty =>
      party({
        id: 'ask',
        kind: 'opportunity',
        languages: ['ko', `ko-x-${at}`],
        concepts: { ...NO_CONCEPTS, themes: [one('c0')] },
      });
    for (let at = 0; at < 100; at += 1) index.find(ask(at));
    const before = index.bytes;
    for (let at = 100; at < 400; at += 1) index.find(ask(at));
    expect(index.bytes).toBe(before);
    expect(found(index, ask(400), 20, 0)).toEqual(brute(ask(400), parties, 20, 0));
  });

  it('takes no concept for closer than the same', () => {
    const close: ConceptGraph = { parent: () => null, related: () => [{ id: 'c1', weight: 3 }] };
    expect(closeness('c0', 'c1', close, DEFAULT_SPEC)).toBe(1);
  });
});
