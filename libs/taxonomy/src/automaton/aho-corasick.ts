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
  /**
   * Calls `found(pattern, end)` for every occurrence, ends ascending, longest first; `end` is exclusive. Where `joins`
   * says that a unit belongs to the one before it, no search begins: what occurs only there may be left out.
   */
  scan(
    units: Uint16Array,
    length: number,
    found: (pattern: number, end: number) => void,
    joins?: (previous: number, unit: number) => boolean,
  ): void;
}

const BRANCHES = -1;
const ENDS = -2;

/**
 * A node is four numbers side by side, so that looking at it touches one cache line: the unit that leads to its only
 * child (`BRANCHES`: several, `ENDS`: none), its fail link, the first node on the fail path where a pattern ends (itself
 * included), and the number of the pattern that ends there.
 */
const NODE = 4;
const ONWARD = 0;
const FAIL = 1;
const OUTPUT = 2;
const PATTERN = 3;

const joinsNothing = (): boolean => false;

class FrozenAutomaton implements Automaton {
  private readonly root = new Int32Array(65536);
  private readonly nodes: Int32Array;
  private readonly branches: EdgeTable;
  /** The next node on the fail path where a pattern ends. */
  private readonly nextOutput: Int32Array;

  constructor(
    trie: Trie,
    readonly patternCount: number,
  ) {
    const { children } = trie;
    this.nodes = new Int32Array(children.length * NODE);
    this.nextOutput = new Int32Array(children.length).fill(NONE);
    this.branches = new EdgeTable(children.reduce((sum, { length }) => sum + (length > 1 ? length : 0), 0));
    for (const [node, below] of children.entries()) this.addNode(trie, node, below);
    this.link(trie);
  }

  get nodeCount(): number {
    return this.nextOutput.length;
  }

  scan(
    units: Uint16Array,
    length: number,
    found: (pattern: number, end: number) => void,
    joins: (previous: number, unit: number) => boolean = joinsNothing,
  ): void {
    const { root, nodes, branches, nextOutput } = this;
    let node = 0;
    let previous = 0;
    for (let at = 0; at < length; at += 1) {
      const unit = units[at]!;
      let next = NONE;
      while (node !== 0) {
        const only = nodes[node * NODE]!;
        if (only === unit) next = node + 1;
        else if (only === BRANCHES) next = branches.target(node, unit);
        if (next !== NONE) break;
        node = nodes[node * NODE + FAIL]!;
      }
      if (next === NONE) next = joins(previous, unit) ? 0 : root[unit]!;
      node = next;
      previous = unit;
      for (let output = nodes[node * NODE + OUTPUT]!; output !== NONE; output = nextOutput[output]!)
        found(nodes[output * NODE + PATTERN]!, at + 1);
    }
  }

  private addNode({ labels, patterns }: Trie, node: number, children: readonly number[]): void {
    const [first] = children;
    const only = children.length === 1 && first !== undefined ? labels[first]! : BRANCHES;
    const at = node * NODE;
    this.nodes[at + ONWARD] = first === undefined ? ENDS : only;
    this.nodes[at + OUTPUT] = NONE;
    this.nodes[at + PATTERN] = patterns[node]!;
    for (const child of children) {
      if (node === 0) this.root[labels[child]!] = child;
      else if (children.length > 1) this.branches.add(node, labels[child]!, child);
    }
  }

  private step(from: number, unit: number): number {
    for (let node = from; node !== 0; node = this.nodes[node * NODE + FAIL]!) {
      const only = this.nodes[node * NODE]!;
      if (only === unit) return node + 1;
      const next = only === BRANCHES ? this.branches.target(node, unit) : NONE;
      if (next !== NONE) return next;
    }
    return this.root[unit]!;
  }

  /** Breadth first: the fail link of a child is where its parent's fail path goes on the same unit. */
  private link(trie: Trie): void {
    const { nodes } = this;
    const queue: number[] = [...(trie.children[0] ?? [])];
    // The loop reads what it appends: an array iterator sees elements pushed while it runs.
    for (const node of queue) {
      const fail = nodes[node * NODE + FAIL]!;
      const inherited = nodes[fail * NODE + OUTPUT]!;
      nodes[node * NODE + OUTPUT] = nodes[node * NODE + PATTERN] === NONE ? inherited : node;
      this.nextOutput[node] = inherited;
      for (const child of trie.children[node] ?? []) {
        nodes[child * NODE + FAIL] = this.step(fail, trie.labels[child]!);
        queue.push(child);
      }
    }
  }
}

/** Builds the automaton; the index of a pattern is its name. Equal patterns share the first one's index, empty ones never match. */
export function buildAutomaton(patterns: readonly Uint16Array[]): Automaton {
  return new FrozenAutomaton(growTrie(patterns), patterns.length);
}
