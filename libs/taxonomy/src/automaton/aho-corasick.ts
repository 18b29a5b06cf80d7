/**
 * Aho–Corasick over UTF-16 units: finds every pattern in one pass over the text, whatever their number.
 * Transitions live in one open-addressed hash table of typed arrays (the alphabet has thousands of letters, a dense
 * table per node would not fit), those of the root in a direct table.
 */
export interface Automaton {
  readonly patternCount: number;
  readonly nodeCount: number;
  /** Calls `found(pattern, end)` for every occurrence, ends ascending, longest first; `end` is exclusive. */
  scan(units: Uint16Array, length: number, found: (pattern: number, end: number) => void): void;
}

interface TrieNode {
  readonly children: Map<number, number>;
  pattern: number;
}

const NONE = -1;
const SLOT = 4;

class FrozenAutomaton implements Automaton {
  private readonly mask: number;
  /** Slots of four: node, unit, target, unused. One look-up touches one cache line. */
  private readonly table: Int32Array;
  private readonly root = new Int32Array(65536);
  private readonly fail: Int32Array;
  /** The pattern that ends at a node, and the nearest node on its fail path where another one ends. */
  private readonly pattern: Int32Array;
  private readonly outputs: Int32Array;

  constructor(
    trie: readonly TrieNode[],
    readonly patternCount: number,
  ) {
    let size = 1024;
    while (size < trie.length * 2) size *= 2;
    this.mask = size - 1;
    this.table = new Int32Array(size * SLOT).fill(NONE);
    this.fail = new Int32Array(trie.length);
    this.pattern = Int32Array.from(trie, (node) => node.pattern);
    this.outputs = new Int32Array(trie.length).fill(NONE);
    for (const [id, node] of trie.entries())
      for (const [unit, child] of node.children) this.insert(id, unit, child);
    this.link(trie);
  }

  get nodeCount(): number {
    return this.fail.length;
  }

  scan(units: Uint16Array, length: number, found: (pattern: number, end: number) => void): void {
    const { pattern, outputs } = this;
    let node = 0;
    for (let at = 0; at < length; at += 1) {
      node = this.step(node, units[at]!);
      let output = this.isEnd(node) ? node : outputs[node]!;
      while (output !== NONE) {
        found(pattern[output]!, at + 1);
        output = outputs[output]!;
      }
    }
  }

  private isEnd(node: number): boolean {
    return this.pattern[node] !== NONE;
  }

  private step(from: number, unit: number): number {
    let node = from;
    while (node !== 0) {
      const next = this.goto(node, unit);
      if (next !== NONE) return next;
      node = this.fail[node]!;
    }
    return this.root[unit]!;
  }

  private goto(node: number, unit: number): number {
    const { table } = this;
    let slot = this.slot(node, unit);
    for (;;) {
      const at = slot * SLOT;
      const key = table[at]!;
      if (key === NONE) return NONE;
      if (key === node && table[at + 1] === unit) return table[at + 2]!;
      slot = (slot + 1) & this.mask;
    }
  }

  private slot(node: number, unit: number): number {
    const mixed = Math.imul(node, 0x9e3779b1) ^ Math.imul(unit, 0x85ebca6b);
    return (mixed ^ (mixed >>> 15)) & this.mask;
  }

  private insert(node: number, unit: number, child: number): void {
    if (node === 0) {
      this.root[unit] = child;
      return;
    }
    let slot = this.slot(node, unit);
    while (this.table[slot * SLOT] !== NONE) slot = (slot + 1) & this.mask;
    this.table.set([node, unit, child], slot * SLOT);
  }

  /** Breadth first: the fail link of a child is where its parent's fail path goes on the same unit. */
  private link(trie: readonly TrieNode[]): void {
    const queue: number[] = [...(trie[0]?.children.values() ?? [])];
    // The loop reads what it appends: an array iterator sees elements pushed while it runs.
    for (const node of queue) {
      const fail = this.fail[node]!;
      this.outputs[node] = this.isEnd(fail) ? fail : this.outputs[fail]!;
      for (const [unit, child] of trie[node]?.children ?? []) {
        this.fail[child] = this.step(fail, unit);
        queue.push(child);
      }
    }
  }
}

/** Builds the automaton; the index of a pattern is its name. Equal patterns share the first one's index, empty ones never match. */
export function buildAutomaton(patterns: readonly Uint16Array[]): Automaton {
  const trie: TrieNode[] = [{ children: new Map(), pattern: NONE }];
  for (const [index, units] of patterns.entries()) {
    if (units.length === 0) continue;
    let node = trie[0]!;
    for (const unit of units) {
      let child = node.children.get(unit);
      if (child === undefined) {
        child = trie.length;
        trie.push({ children: new Map(), pattern: NONE });
        node.children.set(unit, child);
      }
      node = trie[child]!;
    }
    if (node.pattern === NONE) node.pattern = index;
  }
  return new FrozenAutomaton(trie, patterns.length);
}
