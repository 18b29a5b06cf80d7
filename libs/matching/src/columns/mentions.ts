/** A concept as parties mean it: which one, and how sure it is. Each pair has a number, in the order of appearance. */
export class Mentions {
  /** By number of the mention. */
  concepts = new Uint32Array(256);
  weights = new Float64Array(256);
  size = 0;
  private readonly byConcept = new Map<number, Map<number, number>>();

  number(concept: number, weight: number): number {
    let byWeight = this.byConcept.get(concept);
    if (byWeight === undefined) this.byConcept.set(concept, (byWeight = new Map<number, number>()));
    const known = byWeight.get(weight);
    if (known !== undefined) return known;
    const number = this.size;
    if (number >= this.weights.length) this.grow();
    this.concepts[number] = concept;
    this.weights[number] = weight;
    byWeight.set(weight, number);
    this.size += 1;
    return number;
  }

  /** The mentions of a concept. */
  of(concept: number): Iterable<number> {
    return this.byConcept.get(concept)?.values() ?? [];
  }

  private grow(): void {
    const { concepts, weights } = this;
    this.concepts = new Uint32Array(concepts.length * 2);
    this.concepts.set(concepts);
    this.weights = new Float64Array(weights.length * 2);
    this.weights.set(weights);
  }
}
