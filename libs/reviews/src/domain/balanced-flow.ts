const NOBODY = -1;

/** Reviews that count this much more than any sum of fits: an even load comes before a better fit. */
const EVEN = 2 ** 32;

/**
 * Places of rows given to columns, each pair at most once: a flow of least cost in which the cost of a column grows
 * with every row it has (Σ load²), by shortest augmenting paths with prices (Edmonds and Karp 1972). It fills as many
 * places as can be filled, first asked first served; of all ways to fill these it takes the one with the most even
 * loads, among those the cheapest.
 *
 * Nodes are rows first, then columns; an edge is the place of its pair in the dense table of costs.
 */
export class BalancedFlow {
  readonly loads: Int32Array;
  private readonly rows: number;
  private readonly columns: number;
  /** 1 where the pair is taken. */
  private readonly kept: Uint8Array;
  private readonly price: Float64Array;
  private readonly distance: Float64Array;
  private readonly via: Int32Array;
  private readonly isDone: Uint8Array;
  /** Rows of each column. */
  private readonly rowsOf: Set<number>[];
  private touched: number[] = [];

  /**
   * @param costs of each pair, row by row, whole numbers of 0 or more; below 0: never
   * @param limits how many rows a column takes
   * @param loads how many it has already, from elsewhere
   */
  constructor(
    private readonly costs: Int32Array,
    private readonly limits: readonly number[],
    loads: readonly number[],
  ) {
    this.columns = limits.length;
    this.rows = this.columns === 0 ? 0 : costs.length / this.columns;
    const nodes = this.rows + this.columns;
    this.loads = Int32Array.from(loads);
    this.kept = new Uint8Array(costs.length);
    this.price = new Float64Array(nodes);
    this.distance = new Float64Array(nodes).fill(Number.POSITIVE_INFINITY);
    this.via = new Int32Array(nodes).fill(NOBODY);
    this.isDone = new Uint8Array(nodes);
    this.rowsOf = limits.map(() => new Set());
  }

  /** Gives a row one more column; false when there is none for it, whatever is moved. */
  place(row: number): boolean {
    if (this.rows === 0) return false;
    const { end, best } = this.search(row);
    if (end !== NOBODY) {
      for (const node of this.touched)
        if (this.distance[node]! < best) this.price[node]! += this.distance[node]! - best;
      this.take(end);
    }
    for (const node of this.touched) {
      this.distance[node] = Number.POSITIVE_INFINITY;
      this.via[node] = NOBODY;
      this.isDone[node] = 0;
    }
    this.touched = [];
    return end !== NOBODY;
  }

  /** All pairs taken, `[row, column]`, by row. */
  pairs(): [number, number][] {
    const found: [number, number][] = [];
    for (let edge = 0; edge < this.kept.length; edge += 1)
      if (this.kept[edge] === 1) found.push([Math.floor(edge / this.columns), edge % this.columns]);
    return found;
  }

  private search(start: number): { end: number; best: number } {
    let end = NOBODY;
    let best = Number.POSITIVE_INFINITY;
    this.reach(start, 0, NOBODY);
    for (let node = this.nearest(); node !== NOBODY; node = this.nearest()) {
      const distance = this.distance[node]!;
      if (distance >= best) break;
      this.isDone[node] = 1;
      if (node < this.rows) this.leaveRow(node, distance);
      else {
        const leaving = distance + this.costOfEnding(node - this.rows) + this.price[node]!;
        if (leaving < best) [best, end] = [leaving, node];
        this.leaveColumn(node, distance);
      }
    }
    return { end, best };
  }

  /** Few nodes are ever reached, so looking through them is quicker than keeping a heap. */
  private nearest(): number {
    let found = NOBODY;
    for (const node of this.touched)
      if (this.isDone[node] === 0 && (found === NOBODY || this.distance[node]! < this.distance[found]!))
        found = node;
    return found;
  }

  private costOfEnding(column: number): number {
    const load = this.loads[column]!;
    return load < this.limits[column]! ? EVEN * (2 * load + 1) : Number.POSITIVE_INFINITY;
  }

  private leaveRow(row: number, distance: number): void {
    const first = row * this.columns;
    for (let column = 0; column < this.columns; column += 1) {
      const edge = first + column;
      if (this.costs[edge]! < 0 || this.kept[edge] === 1) continue;
      const step = this.costs[edge]! + this.price[row]! - this.price[this.rows + column]!;
      this.reach(this.rows + column, distance + Math.max(0, step), edge);
    }
  }

  private leaveColumn(node: number, distance: number): void {
    const column = node - this.rows;
    for (const row of this.rowsOf[column]!) {
      const edge = row * this.columns + column;
      const step = this.price[node]! - this.costs[edge]! - this.price[row]!;
      this.reach(row, distance + Math.max(0, step), edge);
    }
  }

  private reach(node: number, distance: number, edge: number): void {
    if (distance >= this.distance[node]!) return;
    if (this.distance[node] === Number.POSITIVE_INFINITY) this.touched.push(node);
    this.distance[node] = distance;
    this.via[node] = edge;
  }

  /** Takes every other edge of the path that ends here, and frees those between. */
  private take(end: number): void {
    this.loads[end - this.rows]! += 1;
    for (let node = end, edge = this.via[node]!; edge !== NOBODY; edge = this.via[node]!) {
      const [row, column] = [Math.floor(edge / this.columns), edge % this.columns];
      const isTaken = node >= this.rows;
      this.kept[edge] = isTaken ? 1 : 0;
      if (isTaken) this.rowsOf[column]!.add(row);
      else this.rowsOf[column]!.delete(row);
      node = isTaken ? row : this.rows + column;
    }
  }
}
