import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { withoutFacets, withoutThemes } from './ablations.js';
import { evaluate, loadGold, type GoldFigures } from './gold-evaluation.js';
import { mean } from './metrics.js';

/** What `npm run --silent evaluate:matching` prints: one JSON object. All figures 0..1; unjudged items count 0. */
export interface EvaluationReport {
  readonly queries: number;
  readonly ndcg10: number;
  readonly mrr: number;
  readonly recall10: number;
  readonly hardNegativeAccuracy: number;
  /** Queries whose relevant answers are all in another language; and the others, to compare with. */
  readonly crossLanguage: { readonly queries: number; readonly ndcg10: number };
  readonly sameLanguage: { readonly queries: number; readonly ndcg10: number };
  readonly ablations: {
    readonly noThemes: { readonly ndcg10: number };
    readonly textOnly: { readonly ndcg10: number };
  };
  /** Other engines, as far as they are installed here; none is. */
  readonly baselines: Readonly<Record<string, never>>;
}

const ndcgOf = (
  figures: GoldFigures,
  isAsked: (query: string) => boolean,
): { queries: number; ndcg10: number } => {
  const asked = figures.byQuery.filter(({ query }) => isAsked(query));
  return { queries: asked.length, ndcg10: mean(asked.map(({ ndcg }) => ndcg)) };
};

/** Evaluates the data folder `data` (as this repository's) with any gold file of the known shape. */
export function report(data: string, gold: string): EvaluationReport {
  const setting = loadGold(data, gold);
  const figures = evaluate(setting);
  const foreign = new Set(
    setting.queries.filter((query) => query.all_relevant_in_other_language).map(({ id }) => id),
  );
  return {
    queries: figures.queries,
    ndcg10: figures.ndcgAt10,
    mrr: figures.mrr,
    recall10: figures.recallAt10,
    hardNegativeAccuracy: figures.hardNegativePairsRight,
    crossLanguage: ndcgOf(figures, (query) => foreign.has(query)),
    sameLanguage: ndcgOf(figures, (query) => !foreign.has(query)),
    ablations: {
      noThemes: { ndcg10: evaluate(loadGold(data, gold, withoutThemes)).ndcgAt10 },
      textOnly: { ndcg10: evaluate(loadGold(data, gold, withoutFacets)).ndcgAt10 },
    },
    baselines: {},
  };
}

const { values } = parseArgs({
  options: {
    data: { type: 'string', default: 'data' },
    gold: { type: 'string', default: join('test', 'gold', 'matching-gold-dev.json') },
  },
});
console.log(JSON.stringify(report(resolve(values.data), resolve(values.gold)), null, 2));
