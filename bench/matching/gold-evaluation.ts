import { join } from 'node:path';
import { rankMatches, type MatchParty, type MatchSpec } from '#libs/matching';
import { cityNames, compileVocabulary, type TaxonomyDocument, type Vocabulary } from '#libs/taxonomy';
import { unabridged, type Ablation } from './ablations.js';
import { mean, ndcg, pairsInOrder, recall, reciprocalRank, RELEVANT } from './metrics.js';
import { sampleParties } from './sample-parties.js';
import { readCities, readJson, type GoldQuery, type SampleData } from './sample-records.js';

const DEPTH = 10;

export interface QueryFigures {
  readonly query: string;
  readonly type: GoldQuery['type'];
  readonly ndcg: number;
  readonly reciprocalRank: number;
  readonly recall: number;
}

export interface GoldFigures {
  readonly queries: number;
  readonly ndcgAt10: number;
  readonly mrr: number;
  readonly recallAt10: number;
  /** nDCG@10 where only answers in another language than the query's are ranked and judged. */
  readonly crossLanguageNdcgAt10: number;
  /** nDCG@10 of the queries whose relevant answers are all in another language. */
  readonly allCrossLanguageNdcgAt10: number;
  readonly hardNegativePairsRight: number;
  readonly byQuery: readonly QueryFigures[];
}

/** Everything the evaluation needs. */
export interface GoldSetting {
  readonly parties: ReadonlyMap<string, MatchParty>;
  readonly languages: ReadonlyMap<string, string>;
  readonly vocabulary: Vocabulary;
  readonly queries: readonly GoldQuery[];
  /** The records the parties were made of. */
  readonly sample: SampleData;
}

/** Answers a query: ids of what it finds, best first. What it leaves out counts as last. */
export type Ranking = (query: GoldQuery) => readonly string[];

/** `data`: a folder as this repository's `data`. `gold`: a file of queries. `ablation`: what organizations leave unsaid. */
export function loadGold(data: string, gold: string, ablation: Ablation = unabridged): GoldSetting {
  const taxonomy = readJson<TaxonomyDocument>(join(data, 'taxonomy.json'));
  const sample = ablation(readJson<SampleData>(join(data, 'sample-organizations.json')));
  const cities = readCities(data);
  const vocabulary = compileVocabulary(
    taxonomy,
    cities.map((city) => ({ id: city.slug, names: cityNames(city), lat: city.lat, lon: city.lon })),
  );
  const parties = sampleParties(sample, cities, vocabulary);
  const languages = new Map<string, string>([
    ...[...sample.smes, ...sample.consultants].map((record) => [record.id, record.profile_language] as const),
    ...sample.opportunities.map((record) => [record.id, record.language] as const),
  ]);
  const { queries } = readJson<{ queries: GoldQuery[] }>(gold);
  return {
    parties: new Map(parties.map((party) => [party.id, party])),
    languages,
    vocabulary,
    queries,
    sample,
  };
}

const ORGANIZATIONS: ReadonlySet<string> = new Set(['sme', 'consultancy']);

/** Organizations look for opportunities, opportunities and requests for organizations. */
export const wantsOpportunities = ({ type }: GoldQuery): boolean => type === 'organization_to_opportunities';

function candidatesOf(query: GoldQuery, setting: GoldSetting): MatchParty[] {
  return [...setting.parties.values()].filter((party) =>
    wantsOpportunities(query) ? party.kind === 'opportunity' : ORGANIZATIONS.has(party.kind),
  );
}

function ownRanking(query: GoldQuery, setting: GoldSetting, spec: MatchSpec | undefined): string[] {
  const subject = setting.parties.get(query.query_ref);
  if (subject === undefined)
    throw new Error(`${query.id} refers to ${query.query_ref}, which is not in the sample data`);
  const options = { limit: Number.MAX_SAFE_INTEGER, minimum: 0, ...(spec === undefined ? {} : { spec }) };
  return rankMatches(subject, candidatesOf(query, setting), setting.vocabulary, options).map(
    (match) => match.candidate.id,
  );
}

/** Are all relevant answers in another language than the query? The gold file says so, or their records do. */
export function isAllForeign(query: GoldQuery, { languages }: GoldSetting): boolean {
  return (
    query.all_relevant_in_other_language ??
    query.judgements
      .filter(({ grade }) => grade >= RELEVANT)
      .every(({ id }) => languages.get(id) !== query.query_language)
  );
}

function crossLanguageNdcg(
  query: GoldQuery,
  ranked: readonly string[],
  setting: GoldSetting,
): number | undefined {
  const isForeign = (id: string): boolean => setting.languages.get(id) !== query.query_language;
  const foreign = query.judgements.filter((judgement) => isForeign(judgement.id));
  if (!foreign.some((judgement) => judgement.grade >= RELEVANT)) return undefined;
  return ndcg(ranked.filter(isForeign), new Map(foreign.map(({ id, grade }) => [id, grade])), DEPTH);
}

/** TTN's own ranking of every gold query over the whole sample collection. Deterministic. */
export function evaluate(setting: GoldSetting, spec?: MatchSpec): GoldFigures {
  return judge(setting, (query) => ownRanking(query, setting, spec));
}

/** Holds any ranking against the judgements. */
export function judge(setting: GoldSetting, ranking: Ranking): GoldFigures {
  const byQuery: QueryFigures[] = [];
  const cross: number[] = [];
  const allCross: number[] = [];
  let right = 0;
  let pairs = 0;
  for (const query of setting.queries) {
    const ranked = ranking(query);
    const grades = new Map(query.judgements.map(({ id, grade }) => [id, grade]));
    const figures = { query: query.id, type: query.type, ndcg: ndcg(ranked, grades, DEPTH) };
    byQuery.push({
      ...figures,
      reciprocalRank: reciprocalRank(ranked, grades),
      recall: recall(ranked, grades, DEPTH),
    });
    const crossFigure = crossLanguageNdcg(query, ranked, setting);
    if (crossFigure !== undefined) cross.push(crossFigure);
    if (isAllForeign(query, setting)) allCross.push(figures.ndcg);
    const relevant = query.judgements.filter(({ grade }) => grade >= RELEVANT).map(({ id }) => id);
    const negatives = query.judgements
      .filter(({ hard_negative: code }) => code !== undefined)
      .map(({ id }) => id);
    const order = pairsInOrder(ranked, relevant, negatives);
    right += order.right;
    pairs += order.all;
  }
  return {
    queries: byQuery.length,
    ndcgAt10: mean(byQuery.map((figures) => figures.ndcg)),
    mrr: mean(byQuery.map((figures) => figures.reciprocalRank)),
    recallAt10: mean(byQuery.map((figures) => figures.recall)),
    crossLanguageNdcgAt10: mean(cross),
    allCrossLanguageNdcgAt10: mean(allCross),
    hardNegativePairsRight: pairs === 0 ? 0 : right / pairs,
    byQuery,
  };
}
