/** No node, no pattern. */
export const NONE = -1;

/** A prefix tree whose nodes are numbered depth first: the first child of a node has the next number. Node 0 is the root. */
export interface Trie {
  readonly children: readonly (readonly number[])[];
  /** The unit on the edge that leads to a node. */
  readonly labels: Uint16Array;
  /** The pattern that ends at a node, or `NONE`. */
  readonly patterns: Int32Array;
}

interface Growing {
  readonly children: Map<number, Growing>;
  pattern: number;
}

function plant(patterns: readonly Uint16Array[]): Growing {
  const root: Growing = { children: new Map(), pattern: NONE };
  for (const [index, units] of patterns.entries()) {
    if (units.length === 0) continue;
    let node = root;
    for (const unit of units) {
      let child = node.children.get(unit);
      if (child === undefined) {
        child = { children: new Map(), pattern: NONE };
        node.children.set(unit, child);
      }
      node = child;
    }
    if (node.pattern === NONE) node.pattern = index;
  }
  return root;
}

/** Builds the tree of the patterns. Of equal patterns the first names the node; empty ones have none. */
export function growTrie(patterns: readonly Uint16Array[]): Trie {
  const children: number[][] = [];
  const labels: number[] = [];
  const ends: number[] = [];
  const pending: { readonly node: Growing; readonly label: number; readonly parent: number }[] = [
    { node: plant(patterns), label: 0, parent: NONE },
  ];
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    const { node, label, parent } = next;
    const id = children.push([]) - 1;
    children[parent]?.push(id);
    labels.push(label);
    ends.push(node.pattern);
    for (const [unit, child] of node.children) pending.push({ node: child, label: unit, parent: id });
  }
  return { children, labels: Uint16Array.from(labels), patterns: Int32Array.from(ends) };
}
