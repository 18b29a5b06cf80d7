import { NONE } from './trie.js';

/** Slots of four numbers, so that one look-up touches one cache line: node, unit, target, unused. */
const SLOT = 4;

/** The edges of branching nodes, `(node, unit) → child`, in one open-addressed hash table that is at most half full. */
export class EdgeTable {
  private readonly mask: number;
  private readonly slots: Int32Array;

  constructor(edges: number) {
    let size = 16;
    while (size < edges * 2) size *= 2;
    this.mask = size - 1;
    this.slots = new Int32Array(size * SLOT).fill(NONE);
  }

  add(node: number, unit: number, child: number): void {
    let slot = this.slot(node, unit);
    while (this.slots[slot * SLOT] !== NONE) slot = (slot + 1) & this.mask;
    this.slots.set([node, unit, child], slot * SLOT);
  }

  target(node: number, unit: number): number {
    const { slots } = this;
    let slot = this.slot(node, unit);
    for (;;) {
      const at = slot * SLOT;
      const key = slots[at]!;
      if (key === NONE) return NONE;
      if (key === node && slots[at + 1] === unit) return slots[at + 2]!;
      slot = (slot + 1) & this.mask;
    }
  }

  private slot(node: number, unit: number): number {
    const mixed = Math.imul(node, 0x9e3779b1) ^ Math.imul(unit, 0x85ebca6b);
    return (mixed ^ (mixed >>> 15)) & this.mask;
  }
}
