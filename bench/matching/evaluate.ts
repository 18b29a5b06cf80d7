import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { Closing } from '../setting/closing.js';
import { ThrowAwayDatabase } from '../setting/throw-away-database.js';
import { baselineOf, type Baseline } from './baselines.js';
import { evaluationReport, type EvaluationReport, type MissingBaseline } from './evaluation-report.js';
import { loadGold, type GoldSetting } from './gold-evaluation.js';
import { IN_PROCESS_ENGINES } from './text-engines/in-process.js';
import { postgresEngines } from './text-engines/postgres.js';

type Baselines = Record<string, Baseline | MissingBaseline>;

async function postgresBaselines(setting: GoldSetting, closing: Closing): Promise<Baselines> {
  try {
    const { postgresTsRank, pgTrgm } = await postgresEngines(await ThrowAwayDatabase.empty(closing));
    return {
      postgresTsRank: await baselineOf(postgresTsRank, setting),
      pgTrgm: await baselineOf(pgTrgm, setting),
    };
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    console.error(error);
    return { postgresTsRank: { ndcg10: null, reason }, pgTrgm: { ndcg10: null, reason } };
  }
}

async function report(data: string, gold: string, closing: Closing): Promise<EvaluationReport> {
  const setting = loadGold(data, gold);
  const { minisearch, lunr, orama } = IN_PROCESS_ENGINES;
  return evaluationReport(
    setting,
    { data, gold },
    {
      ...(await postgresBaselines(setting, closing)),
      minisearch: await baselineOf(minisearch, setting),
      lunr: await baselineOf(lunr, setting),
      orama: await baselineOf(orama, setting),
    },
  );
}

/** Evaluates a data folder (as this repository's `data`) with any gold file of the known shape. */
async function main(): Promise<number> {
  const { values } = parseArgs({
    options: {
      data: { type: 'string', default: 'data' },
      gold: { type: 'string', default: join('test', 'gold', 'matching-gold-dev.json') },
    },
  });
  const closing = new Closing();
  const giveUp = (): void => {
    void closing.run().then(() => process.exit(1));
  };
  process.once('SIGINT', giveUp).once('SIGTERM', giveUp);
  try {
    console.log(JSON.stringify(await report(resolve(values.data), resolve(values.gold), closing), null, 2));
    return 0;
  } catch (error) {
    console.error(error);
    return 1;
  } finally {
    await closing.run();
  }
}

process.exit(await main());
