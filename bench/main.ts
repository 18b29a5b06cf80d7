import 'reflect-metadata';
import { join } from 'node:path';
import { Closing } from './setting/closing.js';

/** Longest time of a whole bench, whatever happens; `--minutes` of load come on top. */
const LIMIT_MS = 600_000;

const BENCHES: Readonly<Record<string, (closing: Closing, only: readonly string[]) => Promise<object>>> = {
  http: async (closing, only) => (await import('./http/http-bench.js')).benchHttp(closing, only),
  directory: async (closing) => (await import('./directory/directory-bench.js')).benchDirectory(closing),
  proposals: async (closing) => (await import('./proposals/proposals-bench.js')).benchProposals(closing),
  messaging: async (closing, words) =>
    (await import('./messaging/messaging-bench.js')).benchMessaging(closing, words),
  queue: async (closing) => (await import('./queue/queue-bench.js')).benchQueue(closing),
  matching: async (closing, only) => {
    const { evaluate, loadGold } = await import('./matching/gold-evaluation.js');
    const { measureTagger } = await import('./matching/tagger-throughput.js');
    const { measureEngine } = await import('./matching/engine.js');
    const { measureAllocation } = await import('./matching/allocation.js');
    const root = process.cwd();
    const value = (flag: string, otherwise: number): number => {
      const at = only.indexOf(flag);
      return at < 0 ? otherwise : Number(only[at + 1]);
    };
    const engine = await measureEngine(root, value('--smes', 10_000), value('--opportunities', 500), closing);
    return {
      bench: 'matching',
      gold: evaluate(loadGold(join(root, 'data'), join(root, 'test', 'gold', 'matching-gold-dev.json'))),
      tagger: measureTagger(root),
      engine,
      allocation: measureAllocation(),
    };
  },
};

/** Runs one bench and prints its report, one JSON document. Exits 1 only when it could not measure. */
async function main([name = '', ...only]: readonly string[]): Promise<number> {
  const bench = BENCHES[name];
  if (!bench) {
    console.error(`Which bench? ${Object.keys(BENCHES).join(', ')}`);
    return 2;
  }
  const closing = new Closing();
  const giveUp = (reason: string) => {
    console.error(`The bench ends early: ${reason}.`);
    void closing.run().then(() => process.exit(1));
  };
  process.once('SIGINT', giveUp).once('SIGTERM', giveUp);
  const minutes = Number(only[only.indexOf('--minutes') + 1]);
  const asked = only.includes('--minutes') && minutes > 0 ? minutes * 60_000 : 0;
  setTimeout(giveUp, LIMIT_MS + asked, 'it took too long').unref();
  try {
    const report = await bench(closing, only);
    await closing.run();
    console.log(JSON.stringify(report, null, 2));
    return 0;
  } catch (error) {
    console.error(error);
    await closing.run();
    return 1;
  }
}

process.exit(await main(process.argv.slice(2)));
