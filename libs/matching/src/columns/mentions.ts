const NONE: readonly number[] = [];

/** A concept as parties mean it: which one, and how sure it is. Each pair has a number, in the order of appearance. */
export class Mentions {
  /** By number of the mention. */
  concepts = new Uint32Array(256);
  weights = new Float64Array(256);
  size = 0;
  private readonly byConcept: number[][] = [];

  number(concept: number, weight: number): number {
    while (this.byConcept.length <= concept) this.byConcept.push([]);
    const known = this.byConcept[concept]!;
    for (const number of known) if (this.weights[number] === weight) return number;
    const number = this.size;
    if (number >= this.weights.length) this.grow();
    this.concepts[number] = concept;
    this.weights[number] = weight;
    known.push(number);
    this.size += 1;
    return number;
  }

  /** The mentions of a concept. */
  of(concept: number): readonly number[] {
    return this.byConcept[concept] ?? NONE;
  }

  private grow(): void {
    const { concepts, weights } = this;
    this.concepts = new Uint32Array(concepts.length * 2);
    this.concepts.set(concepts);
    this.weights = new Float64Array(weights.length * 2);
    this.weights.set(weights);
  }
}
