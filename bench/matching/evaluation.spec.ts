import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { baselineOf } from './baselines.js';
import { pairedBootstrap } from './bootstrap.js';
import { evaluationReport } from './evaluation-report.js';
import { judge, loadGold } from './gold-evaluation.js';
import { IN_PROCESS_ENGINES } from './text-engines/in-process.js';
import { wordsAndPairs } from './text-engines/text-engine.js';

const root = join(__dirname, '..', '..');
const data = join(root, 'data');
const gold = join(root, 'test', 'gold', 'matching-gold-dev.json');

describe('TTN beside the text engines, on the development gold', () => {
  const setting = loadGold(data, gold);

  it('ranks better than each of them, and not by luck', async () => {
    const { minisearch, lunr, orama } = IN_PROCESS_ENGINES;
    const baselines = {
      minisearch: await baselineOf(minisearch, setting),
      lunr: await baselineOf(lunr, setting),
      orama: await baselineOf(orama, setting),
    };
    const report = evaluationReport(setting, { data, gold }, baselines);
    for (const { figures } of Object.values(baselines)) {
      // The labels of what was declared make them strong: an engine far below was given nothing to find.
      expect(figures.ndcgAt10).toBeGreaterThan(0.65);
      expect(figures.ndcgAt10).toBeLessThan(report.ndcg10);
    }
    expect(report.advantage?.interval[0]).toBeGreaterThan(0);
  });

  it('counts what nobody judged as worthless', () => {
    const stranger = [...setting.parties.keys()].filter((id) => id.startsWith('con-'));
    const { ndcgAt10, recallAt10 } = judge(
      { ...setting, queries: setting.queries.filter(({ query_ref: ref }) => ref.startsWith('sme-')) },
      () => stranger,
    );
    expect([ndcgAt10, recallAt10]).toEqual([0, 0]);
  });
});

describe('a gold file that was not seen before', () => {
  const folder = mkdtempSync(join(tmpdir(), 'ttn-gold-'));
  const file = join(folder, 'other.json');
  afterAll(() => {
    rmSync(folder, { recursive: true });
  });

  it('is judged by what it says, or by the records where it says nothing', async () => {
    const query = (id: string, type: string, ref: string, language: string, relevant: string): object => ({
      id,
      type,
      query_ref: ref,
      query_language: language,
      query_text: 'golf',
      judgements: [
        { id: relevant, grade: 3 },
        { id: 'sme-020', grade: 0, hard_negative: 'wrong_product' },
      ],
    });
    const queries = [
      query('a', 'opportunity_to_organizations', 'opp-001', 'vi', 'sme-002'),
      query('b', 'opportunity_to_organizations', 'opp-001', 'vi', 'sme-001'),
    ];
    writeFileSync(file, JSON.stringify({ queries }));
    const setting = loadGold(data, file);
    const report = evaluationReport(
      setting,
      { data, gold: file },
      { minisearch: await baselineOf(IN_PROCESS_ENGINES.minisearch, setting) },
    );
    expect(report.queries).toBe(2);
    // The Vietnamese firm answers in the language of the query, the Korean one does not.
    expect([report.sameLanguage.queries, report.crossLanguage.queries]).toEqual([1, 1]);
    expect(report.ndcg10).toBeGreaterThan(0);
    expect(report.advantage?.over).toBe('minisearch');
  });
});

describe('the interval of a difference', () => {
  it('is nothing between equals, excludes 0 where every query is won, and is the same every time', () => {
    const ours = [0.9, 0.8, 0.95, 0.7, 1];
    expect(pairedBootstrap(ours, ours)).toEqual({ mean: 0, interval: [0, 0] });
    const won = pairedBootstrap(
      ours,
      ours.map((value, at) => value - 0.1 - at / 50),
    );
    expect(won.mean).toBeCloseTo(0.14);
    expect(won.interval[0]).toBeGreaterThan(0.1);
    expect(won.interval[1]).toBeLessThan(0.18);
    expect(pairedBootstrap(ours, [0.7, 0.9, 0.9, 0.8, 0.9]).interval[0]).toBeLessThan(0);
    expect(pairedBootstrap(ours, [0.5, 0.6, 0.7, 0.8, 0.9])).toEqual(
      pairedBootstrap(ours, [0.5, 0.6, 0.7, 0.8, 0.9]),
    );
  });
});

it('gives text engines words, and pairs where a script has none', () => {
  expect(wordsAndPairs('Golf & 골프장, 温泉 в Пусане 食')).toEqual([
    'golf',
    '골프',
    '프장',
    '温泉',
    'в',
    'пусане',
    '食',
  ]);
});
