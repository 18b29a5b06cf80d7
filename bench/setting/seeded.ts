/** Numbers that look random and are the same on every run (mulberry32): 0 ≤ n < 1. */
export function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** Picks from lists with one source of chance. */
export class Picker {
  constructor(private readonly next: () => number) {}

  one<Item>(items: readonly Item[]): Item {
    const item = items[Math.floor(this.next() * items.length)];
    if (item === undefined) throw new Error('There is nothing to pick from.');
    return item;
  }

  /** Some of the items, those at the front more often, each once. */
  some<Item>(items: readonly Item[], least: number, most: number): Item[] {
    const wanted = least + Math.floor(this.next() * (most - least + 1));
    const picked = new Set<Item>();
    for (let tries = 0; picked.size < wanted && tries < 4 * most; tries += 1) {
      const item = items[Math.floor(this.next() ** 2 * items.length)];
      if (item !== undefined) picked.add(item);
    }
    return [...picked];
  }
}
