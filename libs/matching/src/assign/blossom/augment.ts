import { NONE, type Forest } from './forest.js';
import { walkFrom } from './shrink.js';

/** Swaps free and matched edges along the path that a tight edge between two trees closes. */
export function augment(forest: Forest, edge: number): void {
  const { a, b } = forest.edges[edge]!;
  follow(forest, a, 2 * edge + 1);
  follow(forest, b, 2 * edge);
}

function follow(forest: Forest, from: number, through: number): void {
  const { ends, labelEnd, mate, outermost } = forest;
  let [vertex, end] = [from, through];
  for (;;) {
    const even = outermost[vertex]!;
    if (forest.isBlossom(even)) turnBlossom(forest, even, vertex);
    mate[vertex] = end;
    if (labelEnd[even] === NONE) return;
    const odd = outermost[ends[labelEnd[even]!]!]!;
    const up = labelEnd[odd]!;
    const near = ends[up ^ 1]!;
    if (forest.isBlossom(odd)) turnBlossom(forest, odd, near);
    mate[near] = up;
    vertex = ends[up]!;
    end = up ^ 1;
  }
}

/** Swaps the edges inside a blossom so that the vertex becomes its base. */
function turnBlossom(forest: Forest, blossom: number, vertex: number): void {
  const { ends, mate } = forest;
  const children = forest.children[blossom]!;
  const childEnds = forest.childEnds[blossom]!;
  let entry = vertex;
  while (forest.parent[entry] !== blossom) entry = forest.parent[entry]!;
  if (forest.isBlossom(entry)) turnBlossom(forest, entry, vertex);
  const { step, turn, from } = walkFrom(children, entry);
  for (let at = from; at !== 0;) {
    at += step;
    const end = childEnds.at(at - turn)! ^ turn;
    turnIfBlossom(forest, children.at(at)!, ends[end]!);
    at += step;
    turnIfBlossom(forest, children.at(at)!, ends[end ^ 1]!);
    mate[ends[end]!] = end ^ 1;
    mate[ends[end ^ 1]!] = end;
  }
  const first = children.indexOf(entry);
  forest.children[blossom] = [...children.slice(first), ...children.slice(0, first)];
  forest.childEnds[blossom] = [...childEnds.slice(first), ...childEnds.slice(0, first)];
  forest.base[blossom] = forest.base[entry]!;
}

function turnIfBlossom(forest: Forest, child: number, vertex: number): void {
  if (forest.isBlossom(child)) turnBlossom(forest, child, vertex);
}
