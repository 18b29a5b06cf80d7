import { labelledTexts } from './labelled-texts.js';
import { judge, wantsOpportunities, type GoldFigures, type GoldSetting } from './gold-evaluation.js';
import type { Search, TextDocument, TextEngine } from './text-engines/text-engine.js';

/** A text engine in the setting that served it best on these queries. */
export interface Baseline {
  readonly setting: string;
  readonly figures: GoldFigures;
}

/** Both collections of the sample and what the records ask in the engine's words. */
interface Collections {
  readonly organizations: readonly TextDocument[];
  readonly opportunities: readonly TextDocument[];
  readonly queryTexts: ReadonlyMap<string, string>;
}

/** A query is asked in the words of its record; one whose record is not there, in the words of the gold file. */
function collectionsOf({ sample, vocabulary, queries }: GoldSetting): Collections {
  const { organizations, opportunities, requests } = labelledTexts(sample, vocabulary);
  const records = new Map(
    [...organizations, ...opportunities, ...requests].map(({ id, text }) => [id, text] as const),
  );
  const queryTexts = new Map(
    queries.map((query) => [query.id, records.get(query.query_ref) ?? query.query_text] as const),
  );
  return { organizations, opportunities, queryTexts };
}

async function figuresOf(
  engine: TextEngine,
  setting: GoldSetting,
  collections: Collections,
): Promise<GoldFigures> {
  const organizations: Search = await engine.index(collections.organizations);
  const opportunities: Search = await engine.index(collections.opportunities);
  const answers = new Map<string, readonly string[]>();
  for (const query of setting.queries) {
    const search = wantsOpportunities(query) ? opportunities : organizations;
    answers.set(query.id, await search(collections.queryTexts.get(query.id) ?? ''));
  }
  return judge(setting, (query) => answers.get(query.id) ?? []);
}

/**
 * What a text engine reaches on the same queries over the same records, with the English labels of everything declared
 * added on both sides. Of its settings the best one counts, chosen on these very queries: to its advantage.
 */
export async function baselineOf(engines: readonly TextEngine[], setting: GoldSetting): Promise<Baseline> {
  const collections = collectionsOf(setting);
  const tried: Baseline[] = [];
  for (const engine of engines)
    tried.push({ setting: engine.setting, figures: await figuresOf(engine, setting, collections) });
  const [best] = tried.sort((a, b) => b.figures.ndcgAt10 - a.figures.ndcgAt10);
  if (best === undefined) throw new Error('There is no engine to compare with.');
  return best;
}
