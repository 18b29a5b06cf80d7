import { join } from 'node:path';
import { MarketIndex, rankMatches, type Counters } from '#libs/matching';
import { compileVocabulary, type TaxonomyDocument } from '#libs/taxonomy';
import { readCities, readJson } from './sample-records.js';
import { syntheticMarket } from './synthetic-market.js';

/* What a search costs, counted instead of timed: the same on every machine. A rise is a loss of speed. */

const root = join(__dirname, '..', '..');
const vocabulary = compileVocabulary(readJson<TaxonomyDocument>(join(root, 'data', 'taxonomy.json')), []);
const market = syntheticMarket(4000, 400, readCities(join(root, 'data')), vocabulary);
const index = new MarketIndex([...market.smes, ...market.opportunities], vocabulary);
const smes = { kinds: ['sme'], limit: 50, minimum: 0 } as const;

function costOf(search: () => void): Counters {
  index.resetCounters();
  search();
  return index.counters;
}

const perOpportunity = (): Counters =>
  costOf(() => {
    for (const each of market.opportunities.slice(0, 100)) index.find(each, smes);
  });

describe('the cost of a search in a made-up market of 4,000', () => {
  it('stays below a share of the candidates for an opportunity', () => {
    const { answers, rowsSeen, rowsJudged, rowsScored } = perOpportunity();
    expect(answers / 100).toBeLessThan(67_000);
    expect(rowsSeen / 100).toBeLessThan(191);
    expect(rowsJudged / 100).toBeLessThan(63);
    expect(rowsScored / 100).toBeLessThan(54);
  });

  it('stays below a share of the opportunities for a changed company', () => {
    const { answers, rowsSeen, rowsJudged } = costOf(() => {
      for (const each of market.smes.slice(0, 100))
        index.find({ ...each, languages: [...each.languages, 'ru'] }, { kinds: ['opportunity'], limit: 50 });
    });
    expect(answers / 100).toBeLessThan(20_000);
    expect(rowsSeen / 100).toBeLessThan(535);
    expect(rowsJudged / 100).toBeLessThan(84);
  });

  it('is the same every time', () => {
    expect(perOpportunity()).toEqual(perOpportunity());
  });

  it('takes less than 500 bytes a party', () => {
    expect(index.bytes / index.size).toBeLessThan(500);
  });

  it('finds what comparing with everybody finds', () => {
    for (const each of market.opportunities.slice(0, 3))
      expect(index.find(each, smes).map(({ id, score }) => [id, score])).toEqual(
        rankMatches(each, market.smes, vocabulary, smes).map(({ candidate, score }) => [candidate.id, score]),
      );
  });
});
