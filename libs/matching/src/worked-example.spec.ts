import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  DEFAULT_SPEC,
  scorePair,
  type ConceptGraph,
  type FeatureCode,
  type MatchParty,
  type MatchSpec,
  type UnmetCode,
} from './index.js';

interface Example {
  readonly left: MatchParty;
  readonly right: MatchParty;
  readonly related: readonly (readonly [string, string, number])[];
}

const page = readFileSync(join(__dirname, '..', 'README.md'), 'utf8');
const example = JSON.parse(/```json\n([\s\S]*?)```/u.exec(page)?.[1] ?? '') as Example;

const graph: ConceptGraph = {
  related: (id) =>
    example.related.flatMap(([a, b, weight]) =>
      a === id ? [{ id: b, weight }] : b === id ? [{ id: a, weight }] : [],
    ),
  parent: () => null,
};

/** The rows of the page's tables whose first cell is a code, as cells. */
const rows = page
  .split('\n')
  .filter((line) => /^\| (?:\*\*score\*\*|[a-z_]+_[a-z_]+) +\|/u.test(line))
  .map((line) =>
    line
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim()),
  );

const weightRows = rows.filter((cells) => cells.length === 7);
const penaltyRows = rows.filter((cells) => cells.length === 3);
const termRows = rows.filter((cells) => cells.length === 2);

describe('the page about matching', () => {
  it('computes its example to the digits it prints', () => {
    const pair = scorePair(example.left, example.right, graph);
    const terms = [...pair.reasons, ...pair.unmet].map(({ code, contribution }) => [
      code,
      contribution.toFixed(4),
    ]);

    expect([...terms, ['**score**', pair.score.toFixed(4)]]).toEqual(termRows);
    expect(page).toContain(`**a = ${pair.left?.toFixed(4)}**`);
    expect(page).toContain(`**b = ${pair.right?.toFixed(4)}**`);
    expect(pair.notStated).toEqual(['theirs.months']);
  });

  it('prints the weights that are used', () => {
    const { trade, project, advice, partnership } = DEFAULT_SPEC.relations;
    const columns = [
      trade.demand,
      trade.supply,
      project.demand,
      advice.demand,
      advice.supply,
      partnership.demand,
    ];
    const printed = weightRows.map(([code, ...weights]) => [
      code,
      ...weights.map((weight) => (weight === '' ? 0 : Number(weight))),
    ]);
    const used = weightRows.map(([code]) => [
      code,
      ...columns.map((weights) => weights[code as FeatureCode] ?? 0),
    ]);

    expect(printed).toEqual(used);
    expect(weightRows.map(([code]) => code).sort()).toEqual(
      [...new Set(columns.flatMap((weights) => Object.keys(weights)))].sort(),
    );
  });

  it('prints the penalties that are used', () => {
    const printed = Object.fromEntries(penaltyRows.map(([code, most]) => [code, Number(most)]));
    expect(printed).toEqual(DEFAULT_SPEC.penalties satisfies Readonly<Record<UnmetCode, number>>);
  });

  it('would notice a changed weight', () => {
    const { trade } = DEFAULT_SPEC.relations;
    const changed: MatchSpec = {
      ...DEFAULT_SPEC,
      relations: {
        ...DEFAULT_SPEC.relations,
        trade: { ...trade, demand: { ...trade.demand, themes_in_common: 0.3 } },
      },
    };
    const score = scorePair(example.left, example.right, graph, changed).score.toFixed(4);
    expect(score).not.toBe(termRows.at(-1)?.[1]);
  });
});
