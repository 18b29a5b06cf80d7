/** The largest `limit` of the numbers it is offered; `least` is the smallest of them, −∞ while there is room. */
export class Largest {
  least: number;
  /** A heap, the smallest first. */
  private readonly heap: number[] = [];

  constructor(private readonly limit: number) {
    this.least = limit > 0 ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY;
  }

  offer(value: number): void {
    const { heap, limit } = this;
    if (heap.length < limit) {
      heap.push(value);
      this.rise(heap.length - 1);
    } else if (value > this.least) {
      heap[0] = value;
      this.sink();
    } else return;
    if (heap.length === limit) this.least = heap[0]!;
  }

  private rise(from: number): void {
    const { heap } = this;
    const value = heap[from]!;
    let at = from;
    while (at > 0) {
      const parent = (at - 1) >> 1;
      if (heap[parent]! <= value) break;
      heap[at] = heap[parent]!;
      at = parent;
    }
    heap[at] = value;
  }

  private sink(): void {
    const { heap } = this;
    const value = heap[0]!;
    let at = 0;
    for (let child = 1; child < heap.length; child = 2 * at + 1) {
      if (child + 1 < heap.length && heap[child + 1]! < heap[child]!) child += 1;
      if (heap[child]! >= value) break;
      heap[at] = heap[child]!;
      at = child;
    }
    heap[at] = value;
  }
}
