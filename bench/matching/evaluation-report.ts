import { withoutFacets, withoutThemes } from './ablations.js';
import type { Baseline } from './baselines.js';
import { pairedBootstrap, type Advantage } from './bootstrap.js';
import { evaluate, isAllForeign, loadGold, type GoldFigures, type GoldSetting } from './gold-evaluation.js';
import { mean } from './metrics.js';

/** Queries of one sort, and nDCG@10 over them; null where there are none. */
interface Part {
  readonly queries: number;
  readonly ndcg10: number | null;
}

/** What is measured of every ranking, ours or a text engine's. All in 0..1; unjudged items count 0. */
interface Quality {
  readonly ndcg10: number;
  readonly mrr: number;
  readonly recall10: number;
  /** Of all pairs of a relevant answer and a hard negative, those in the right order. */
  readonly hardNegativeAccuracy: number;
  /** Queries whose relevant answers are all in another language; and the others, to compare with. */
  readonly crossLanguage: Part;
  readonly sameLanguage: Part;
}

export interface BaselineReport extends Quality {
  readonly setting: string;
}

/** An engine that could not be asked, and why. */
export interface MissingBaseline {
  readonly ndcg10: null;
  readonly reason: string;
}

/** What `npm run --silent evaluate:matching` prints. */
export interface EvaluationReport extends Quality {
  readonly queries: number;
  readonly ablations: {
    readonly noThemes: { readonly ndcg10: number };
    readonly textOnly: { readonly ndcg10: number };
  };
  readonly baselines: Readonly<Record<string, BaselineReport | MissingBaseline>>;
  /** nDCG@10 against the best of the baselines, by paired bootstrap over the queries; null without any. */
  readonly advantage: (Advantage & { readonly over: string }) | null;
}

const DIGITS = 4;
const rounded = (value: number): number => Number(value.toFixed(DIGITS));

function part(figures: GoldFigures, belongs: (query: string) => boolean): Part {
  const asked = figures.byQuery.filter(({ query }) => belongs(query));
  return {
    queries: asked.length,
    ndcg10: asked.length === 0 ? null : rounded(mean(asked.map(({ ndcg }) => ndcg))),
  };
}

function quality(figures: GoldFigures, foreign: ReadonlySet<string>): Quality {
  return {
    ndcg10: rounded(figures.ndcgAt10),
    mrr: rounded(figures.mrr),
    recall10: rounded(figures.recallAt10),
    hardNegativeAccuracy: rounded(figures.hardNegativePairsRight),
    crossLanguage: part(figures, (query) => foreign.has(query)),
    sameLanguage: part(figures, (query) => !foreign.has(query)),
  };
}

const ndcgs = ({ byQuery }: GoldFigures): number[] => byQuery.map(({ ndcg }) => ndcg);

function advantageOver(
  baselines: Readonly<Record<string, Baseline | MissingBaseline>>,
  ours: GoldFigures,
): EvaluationReport['advantage'] {
  const measured = Object.entries(baselines).flatMap(([name, baseline]) =>
    'figures' in baseline ? [{ name, figures: baseline.figures }] : [],
  );
  const [best] = measured.sort((a, b) => b.figures.ndcgAt10 - a.figures.ndcgAt10);
  if (best === undefined) return null;
  const { mean: difference, interval } = pairedBootstrap(ndcgs(ours), ndcgs(best.figures));
  return {
    over: best.name,
    mean: rounded(difference),
    interval: [rounded(interval[0]), rounded(interval[1])],
  };
}

/** TTN and the baselines on the queries of `setting`, which was loaded from these two paths. */
export function evaluationReport(
  setting: GoldSetting,
  paths: { readonly data: string; readonly gold: string },
  baselines: Readonly<Record<string, Baseline | MissingBaseline>>,
): EvaluationReport {
  const figures = evaluate(setting);
  const foreign = new Set(
    setting.queries.filter((query) => isAllForeign(query, setting)).map(({ id }) => id),
  );
  const without = (ablation: typeof withoutThemes): { readonly ndcg10: number } => ({
    ndcg10: rounded(evaluate(loadGold(paths.data, paths.gold, ablation)).ndcgAt10),
  });
  return {
    queries: figures.queries,
    ...quality(figures, foreign),
    ablations: { noThemes: without(withoutThemes), textOnly: without(withoutFacets) },
    baselines: Object.fromEntries(
      Object.entries(baselines).map(([name, baseline]) => [
        name,
        'figures' in baseline
          ? { setting: baseline.setting, ...quality(baseline.figures, foreign) }
          : baseline,
      ]),
    ),
    advantage: advantageOver(baselines, figures),
  };
}
