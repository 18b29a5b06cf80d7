import type { Ledger } from './ledger.js';
import type { ReaderEdges } from './reader-edges.js';

/** The list that is worth most to one reader at the prices of the moment. */
export class BestList {
  /** Places in `ReaderEdges`, best first. */
  private readonly places: Uint32Array;
  private readonly worths: Float64Array;

  constructor(
    private readonly readers: ReaderEdges,
    private readonly ledger: Ledger,
    private readonly length: number,
    private readonly shownBy?: ArrayLike<number>,
  ) {
    this.places = new Uint32Array(length);
    this.worths = new Float64Array(length);
  }

  /** Edges in the order shown; of equal worth the smaller number of the candidate. */
  of(reader: number): Uint32Array {
    const { begins, candidate, wants, value, edge } = this.readers;
    const { discount, room } = this.ledger;
    let size = 0;
    for (let at = begins[reader]!; at < begins[reader + 1]!; at += 1) {
      const who = candidate[at]!;
      const worth = value[at]! * discount[who]!;
      if (wants[at]! > room[who]!) continue;
      if (size < this.length) this.insert(size++, at, worth);
      else if (size > 0 && worth > this.worths[size - 1]!) this.insert(size - 1, at, worth);
    }
    const chosen = this.places.subarray(0, size);
    const { shownBy } = this;
    // Places are in the order of the candidates, so equal ones stay so.
    if (shownBy !== undefined)
      chosen.sort((a, b) => (shownBy[edge[b]!] ?? 0) - (shownBy[edge[a]!] ?? 0) || a - b);
    return Uint32Array.from(chosen, (at) => edge[at]!);
  }

  private insert(from: number, place: number, worth: number): void {
    const { places, worths } = this;
    let at = from;
    for (; at > 0 && worths[at - 1]! < worth; at -= 1) {
      places[at] = places[at - 1]!;
      worths[at] = worths[at - 1]!;
    }
    places[at] = place;
    worths[at] = worth;
  }
}
