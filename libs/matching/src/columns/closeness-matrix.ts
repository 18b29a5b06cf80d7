import { closeness } from '../features/coverage.js';
import { languageServes } from '../features/languages.js';
import type { ConceptGraph } from '../party.js';
import type { MatchSpec } from '../spec.js';
import type { Dictionary } from './dictionary.js';

/** A vocabulary has hundreds of concepts; thousands would be a mistake of the caller. */
const MOST_CODES = 2048;
const STEP = 64;

/** How well code `g` answers code `w`: `values[w · width + g]`, and the same mirrored, so that either side's row is at hand. */
export interface Matrix {
  readonly width: number;
  readonly values: Float64Array;
  readonly mirrored: Float64Array;
}

/** A matrix over a dictionary, worked out again when the dictionary has grown. */
export class GrowingMatrix {
  private known: Matrix = { width: 0, values: new Float64Array(0), mirrored: new Float64Array(0) };
  private codes = 0;

  constructor(
    private readonly dictionary: Dictionary,
    private readonly worth: (wanted: string, given: string) => number,
  ) {}

  current(): Matrix {
    const codes = this.dictionary.size;
    if (codes === this.codes) return this.known;
    if (codes > MOST_CODES) throw new RangeError(`More than ${MOST_CODES} different codes.`);
    const width = codes <= this.known.width ? this.known.width : Math.ceil(codes / STEP) * STEP;
    const { values, mirrored } = this.widened(width);
    for (let wanted = 1; wanted < codes; wanted += 1) {
      // What both knew before is there already.
      for (let given = wanted < this.codes ? this.codes : 1; given < codes; given += 1) {
        const worth = this.worth(this.dictionary.textOf(wanted), this.dictionary.textOf(given));
        values[wanted * width + given] = worth;
        mirrored[given * width + wanted] = worth;
      }
    }
    this.codes = codes;
    return (this.known = { width, values, mirrored });
  }

  private widened(width: number): { values: Float64Array; mirrored: Float64Array } {
    const { known } = this;
    if (width === known.width) return { values: known.values, mirrored: known.mirrored };
    const wider = { values: new Float64Array(width * width), mirrored: new Float64Array(width * width) };
    for (let row = 0; row < known.width; row += 1) {
      const from = row * known.width;
      wider.values.set(known.values.subarray(from, from + known.width), row * width);
      wider.mirrored.set(known.mirrored.subarray(from, from + known.width), row * width);
    }
    return wider;
  }
}

export const conceptMatrix = (concepts: Dictionary, graph: ConceptGraph, spec: MatchSpec): GrowingMatrix =>
  new GrowingMatrix(concepts, (wanted, given) => closeness(wanted, given, graph, spec));

export const languageMatrix = (languages: Dictionary): GrowingMatrix =>
  new GrowingMatrix(languages, languageServes);
