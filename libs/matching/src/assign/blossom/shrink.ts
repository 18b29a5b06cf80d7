import { EVEN, FREE, NONE, ODD, type Forest } from './forest.js';

/** Makes a blossom of the circle that an edge closes over a base. */
export function shrink(forest: Forest, base: number, edge: number): void {
  const { outermost, labelEnd, ends } = forest;
  const { a, b } = forest.edges[edge]!;
  const root = outermost[base]!;
  const blossom = forest.unused.pop()!;
  forest.base[blossom] = base;
  forest.parent[blossom] = NONE;
  forest.parent[root] = blossom;

  const climb = (vertex: number, turn: 0 | 1): { nodes: number[]; through: number[] } => {
    const nodes: number[] = [];
    const through: number[] = [];
    for (let node = outermost[vertex]!; node !== root; node = outermost[ends[labelEnd[node]!]!]!) {
      forest.parent[node] = blossom;
      nodes.push(node);
      through.push(labelEnd[node]! ^ turn);
    }
    return { nodes, through };
  };
  const [down, up] = [climb(a, 0), climb(b, 1)];
  forest.children[blossom] = [root, ...down.nodes.reverse(), ...up.nodes];
  forest.childEnds[blossom] = [...down.through.reverse(), 2 * edge, ...up.through];

  forest.label[blossom] = EVEN;
  labelEnd[blossom] = labelEnd[root]!;
  forest.price[blossom] = 0;
  for (const vertex of forest.leaves(blossom)) {
    // Odd vertices become even with their blossom, and are looked at for the first time.
    if (forest.label[outermost[vertex]!] === ODD) forest.queue.push(vertex);
    outermost[vertex] = blossom;
  }
  rememberBest(forest, blossom);
}

/** For each even neighbour the edge with the least slack, and of those the best. */
function rememberBest(forest: Forest, blossom: number): void {
  const bestTo = new Map<number, number>();
  for (const child of forest.children[blossom]!) {
    const known = forest.bestEdges[child];
    const candidates =
      known ?? forest.leaves(child).flatMap((v) => forest.farEnds[v]!.map((end) => end >> 1));
    for (const edge of candidates) {
      const neighbour = outside(forest, edge, blossom);
      if (neighbour === blossom || forest.label[neighbour] !== EVEN) continue;
      const best = bestTo.get(neighbour);
      if (best === undefined || forest.slack(edge) < forest.slack(best)) bestTo.set(neighbour, edge);
    }
    forest.bestEdges[child] = undefined;
    forest.bestEdge[child] = NONE;
  }
  const edges = [...bestTo.values()];
  forest.bestEdges[blossom] = edges;
  forest.bestEdge[blossom] = edges.reduce(
    (best, edge) => (best === NONE || forest.slack(edge) < forest.slack(best) ? edge : best),
    NONE,
  );
}

function outside({ edges, outermost }: Forest, edge: number, blossom: number): number {
  const { a, b } = edges[edge]!;
  return outermost[b] === blossom ? outermost[a]! : outermost[b]!;
}

/**
 * Dissolves a blossom into its children. In the midst of a stage its odd place in the forest is handed to those of
 * its children through which the path now goes.
 */
export function expand(forest: Forest, blossom: number, isStageOver: boolean): void {
  for (const child of forest.children[blossom]!) {
    forest.parent[child] = NONE;
    if (forest.isBlossom(child) && isStageOver && forest.price[child] === 0) expand(forest, child, true);
    else for (const vertex of forest.leaves(child)) forest.outermost[vertex] = child;
  }
  if (!isStageOver && forest.label[blossom] === ODD) relabelChildren(forest, blossom);
  forest.label[blossom] = NONE;
  forest.labelEnd[blossom] = NONE;
  forest.children[blossom] = undefined;
  forest.childEnds[blossom] = undefined;
  forest.base[blossom] = NONE;
  forest.bestEdges[blossom] = undefined;
  forest.bestEdge[blossom] = NONE;
  forest.unused.push(blossom);
}

/** How to walk round a blossom from a child to its base so that the number of steps is even. */
export interface Walk {
  readonly step: 1 | -1;
  readonly turn: 0 | 1;
  readonly from: number;
}

export function walkFrom(children: readonly number[], child: number): Walk {
  const at = children.indexOf(child);
  return (at & 1) === 1 ? { step: 1, turn: 0, from: at - children.length } : { step: -1, turn: 1, from: at };
}

function relabelChildren(forest: Forest, blossom: number): void {
  const { ends, label, labelEnd, isTight } = forest;
  const children = forest.children[blossom]!;
  const childEnds = forest.childEnds[blossom]!;
  const entry = forest.outermost[ends[labelEnd[blossom]! ^ 1]!]!;
  const { step, turn, from } = walkFrom(children, entry);
  let at = from;
  let end = labelEnd[blossom]!;
  while (at !== 0) {
    const between = childEnds.at(at - turn)!;
    label[ends[end ^ 1]!] = FREE;
    label[ends[between ^ turn ^ 1]!] = FREE;
    forest.assign(ends[end ^ 1]!, ODD, end);
    isTight[between >> 1] = 1;
    at += step;
    end = childEnds.at(at - turn)! ^ turn;
    isTight[end >> 1] = 1;
    at += step;
  }
  const base = children.at(at)!;
  label[ends[end ^ 1]!] = label[base] = ODD;
  labelEnd[ends[end ^ 1]!] = labelEnd[base] = end;
  forest.bestEdge[base] = NONE;
  for (at += step; children.at(at) !== entry; at += step) reach(forest, children.at(at)!);
}

/** A child off the path stays in the forest if one of its vertices had been reached from outside. */
function reach(forest: Forest, child: number): void {
  if (forest.label[child] === EVEN) return;
  const reached = forest.leaves(child).find((vertex) => forest.label[vertex] !== FREE);
  if (reached === undefined) return;
  forest.label[reached] = FREE;
  forest.label[forest.ends[forest.mate[forest.base[child]!]!]!] = FREE;
  forest.assign(reached, ODD, forest.labelEnd[reached]!);
}
