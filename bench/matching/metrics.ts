/** Ranking metrics over graded judgements; unjudged items count 0. All in 0..1. */

export type Grades = ReadonlyMap<string, number>;

/** Grades from which an item counts as relevant for MRR and recall. */
export const RELEVANT = 2;

const gain = (grade: number, rank: number): number => (2 ** grade - 1) / Math.log2(rank + 1);

export function ndcg(ranking: readonly string[], grades: Grades, depth: number): number {
  const actual = ranking.slice(0, depth).reduce((sum, id, at) => sum + gain(grades.get(id) ?? 0, at + 1), 0);
  const best = [...grades.values()].sort((a, b) => b - a).slice(0, depth);
  const ideal = best.reduce((sum, grade, at) => sum + gain(grade, at + 1), 0);
  return ideal === 0 ? 0 : actual / ideal;
}

export function reciprocalRank(ranking: readonly string[], grades: Grades): number {
  const first = ranking.findIndex((id) => (grades.get(id) ?? 0) >= RELEVANT);
  return first < 0 ? 0 : 1 / (first + 1);
}

export function recall(ranking: readonly string[], grades: Grades, depth: number): number {
  const relevant = [...grades].filter(([, grade]) => grade >= RELEVANT).map(([id]) => id);
  if (relevant.length === 0) return 0;
  const top = new Set(ranking.slice(0, depth));
  return relevant.filter((id) => top.has(id)).length / relevant.length;
}

/** Of all (relevant, hard negative) pairs of a query, how many are in the right order. Absent items come last. */
export function pairsInOrder(
  ranking: readonly string[],
  relevant: readonly string[],
  negatives: readonly string[],
): { right: number; all: number } {
  const position = new Map(ranking.map((id, at) => [id, at]));
  const at = (id: string): number => position.get(id) ?? Number.POSITIVE_INFINITY;
  let right = 0;
  for (const good of relevant) for (const bad of negatives) if (at(good) < at(bad)) right += 1;
  return { right, all: relevant.length * negatives.length };
}

export const mean = (values: readonly number[]): number =>
  values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length;
