import { EdgeTable } from './edge-table.js';
import { growTrie, NONE, type Trie } from './trie.js';

/**
 * Aho–Corasick over UTF-16 units: finds every pattern in one pass over the text, whatever their number.
 * Nodes are numbered depth first, so a node with a single child (nearly all are) has it as the next number and needs
 * one comparison; only nodes that branch look into a hash table, the root into a direct one.
 */
export interface Automaton {
  readonly patternCount: number;
  readonly nodeCount: number;
  /** Calls `found(pattern, end)` for every occurrence, ends ascending, longest first; `end` is exclusive. */
  scan(units: Uint16Array, length: number, found: (pattern: number, end: number) => void): void;
}

const BRANCHES = -1;
const ENDS = -2;

class FrozenAutomaton implements Automaton {
  private readonly root = new Int32Array(65536);
  private readonly labels: Uint16Array;
  /** The unit that leads from a node to its only child, `BRANCHES`, or `ENDS` for a node without children. */
  private readonly onward: Int32Array;
  private readonly branches: EdgeTable;
  private readonly fail: Int32Array;
  private readonly pattern: Int32Array;
  /** The first node on the fail path, the node itself included, where a pattern ends; and the one after it. */
  private readonly firstOutput: Int32Array;
  private readonly nextOutput: Int32Array;

  constructor(
    trie: Trie,
    readonly patternCount: number,
  ) {
    const nodes = trie.children.length;
    this.labels = trie.labels;
    this.pattern = trie.patterns;
    this.onward = Int32Array.from(trie.children, ([child], node) => {
      if (child === undefined) return ENDS;
      return trie.children[node]?.length === 1 ? trie.labels[child]! : BRANCHES;
    });
    this.branches = new EdgeTable(
      trie.children.reduce((sum, { length }) => sum + (length > 1 ? length : 0), 0),
    );
    this.fail = new Int32Array(nodes);
    this.firstOutput = new Int32Array(nodes).fill(NONE);
    this.nextOutput = new Int32Array(nodes).fill(NONE);
    for (const [node, children] of trie.children.entries()) this.addEdges(node, children);
    this.link(trie);
  }

  get nodeCount(): number {
    return this.fail.length;
  }

  scan(units: Uint16Array, length: number, found: (pattern: number, end: number) => void): void {
    const { root, onward, branches, fail, pattern, firstOutput, nextOutput } = this;
    let node = 0;
    for (let at = 0; at < length; at += 1) {
      const unit = units[at]!;
      let next = NONE;
      while (node !== 0) {
        const only = onward[node]!;
        if (only === unit) next = node + 1;
        else if (only === BRANCHES) next = branches.target(node, unit);
        if (next !== NONE) break;
        node = fail[node]!;
      }
      node = node === 0 ? root[unit]! : next;
      for (let output = firstOutput[node]!; output !== NONE; output = nextOutput[output]!)
        found(pattern[output]!, at + 1);
    }
  }

  private step(from: number, unit: number): number {
    for (let node = from; node !== 0; node = this.fail[node]!) {
      const only = this.onward[node]!;
      if (only === unit) return node + 1;
      const next = only === BRANCHES ? this.branches.target(node, unit) : NONE;
      if (next !== NONE) return next;
    }
    return this.root[unit]!;
  }

  private addEdges(node: number, children: readonly number[]): void {
    for (const child of children) {
      if (node === 0) this.root[this.labels[child]!] = child;
      else if (children.length > 1) this.branches.add(node, this.labels[child]!, child);
    }
  }

  /** Breadth first: the fail link of a child is where its parent's fail path goes on the same unit. */
  private link(trie: Trie): void {
    const queue: number[] = [...(trie.children[0] ?? [])];
    // The loop reads what it appends: an array iterator sees elements pushed while it runs.
    for (const node of queue) {
      const inherited = this.firstOutput[this.fail[node]!]!;
      const isEnd = this.pattern[node] !== NONE;
      this.firstOutput[node] = isEnd ? node : inherited;
      this.nextOutput[node] = inherited;
      for (const child of trie.children[node] ?? []) {
        this.fail[child] = this.step(this.fail[node]!, this.labels[child]!);
        queue.push(child);
      }
    }
  }
}

/** Builds the automaton; the index of a pattern is its name. Equal patterns share the first one's index, empty ones never match. */
export function buildAutomaton(patterns: readonly Uint16Array[]): Automaton {
  return new FrozenAutomaton(growTrie(patterns), patterns.length);
}
