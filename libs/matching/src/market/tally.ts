/** What lists are kept diverse by. */
export interface Belonging {
  readonly owner: string;
  readonly city?: string;
  readonly sector?: string;
}

/** The most entries of one owner, city or sector. */
export type Most = Readonly<Record<keyof Belonging, number>>;

const KINDS: readonly (keyof Belonging)[] = ['owner', 'city', 'sector'];

/** Counts the owners, cities and sectors of a list. */
export class Tally {
  private readonly counts: Readonly<Record<keyof Belonging, Map<string, number>>> = {
    owner: new Map(),
    city: new Map(),
    sector: new Map(),
  };

  constructor(private readonly most: Most) {}

  /** What there are enough of already to keep an item out; undefined when there is room. */
  fullOf(item: Belonging): keyof Belonging | undefined {
    return KINDS.find((kind) => {
      const value = item[kind];
      return value !== undefined && (this.counts[kind].get(value) ?? 0) >= this.most[kind];
    });
  }

  add(item: Belonging, by: 1 | -1 = 1): void {
    for (const kind of KINDS) {
      const value = item[kind];
      if (value !== undefined) this.counts[kind].set(value, (this.counts[kind].get(value) ?? 0) + by);
    }
  }
}
