/** Something with a place in an order: the higher score first, the smaller id among equals. */
export interface Placed {
  readonly id: string;
  readonly score: number;
}

/** The total order of matches, so that equal input gives equal output whatever the order of the candidates. */
export function byScore(a: Placed, b: Placed): number {
  if (a.score !== b.score) return a.score > b.score ? -1 : 1;
  return a.id < b.id ? -1 : a.id > b.id ? 1 : 0;
}

/** Shorter lists are put in order in less time than it takes to ask for their order from outside. */
const SHORT = 128;

/** Puts the list itself in order, best first. */
export function sortByScore<Item extends Placed>(list: Item[]): Item[] {
  if (list.length > SHORT) return list.sort(byScore);
  for (let next = 1; next < list.length; next += 1) {
    const item = list[next]!;
    let at = next;
    for (; at > 0 && byScore(item, list[at - 1]!) < 0; at -= 1) list[at] = list[at - 1]!;
    list[at] = item;
  }
  return list;
}

/** The best `limit` of what it is offered, in a heap whose root is the worst of them. */
export class TopList<Item extends Placed> {
  private readonly heap: Item[] = [];

  constructor(private readonly limit: number) {}

  /** The score that a newcomer must at least reach; −∞ while there is room. */
  get least(): number {
    if (this.limit <= 0) return Number.POSITIVE_INFINITY;
    return this.heap.length < this.limit ? Number.NEGATIVE_INFINITY : this.heap[0]!.score;
  }

  offer(item: Item): void {
    if (this.heap.length < this.limit) {
      this.heap.push(item);
      this.rise(this.heap.length - 1);
    } else if (this.heap.length > 0 && byScore(item, this.heap[0]!) < 0) {
      this.heap[0] = item;
      this.sink(0);
    }
  }

  /** Best first. */
  sorted(): Item[] {
    return [...this.heap].sort(byScore);
  }

  private rise(from: number): void {
    for (let at = from; at > 0;) {
      const parent = (at - 1) >> 1;
      if (!this.isWorse(at, parent)) return;
      this.swap(at, parent);
      at = parent;
    }
  }

  private sink(from: number): void {
    for (let at = from; ;) {
      let worst = at;
      for (const child of [2 * at + 1, 2 * at + 2])
        if (child < this.heap.length && this.isWorse(child, worst)) worst = child;
      if (worst === at) return;
      this.swap(at, worst);
      at = worst;
    }
  }

  private isWorse(a: number, b: number): boolean {
    return byScore(this.heap[a]!, this.heap[b]!) > 0;
  }

  private swap(a: number, b: number): void {
    [this.heap[a], this.heap[b]] = [this.heap[b]!, this.heap[a]!];
  }
}
