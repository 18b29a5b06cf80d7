const NEW = -1;

/** What has been worked out of numbered facts during one search: a weighted worth, and what a gap leaves of the score. */
export class Memo {
  worth = new Float64Array(0);
  left = new Float64Array(0);

  /** Forgets everything; there are `size` facts. */
  clear(size: number): void {
    if (size > this.worth.length) {
      this.worth = new Float64Array(size * 2);
      this.left = new Float64Array(size * 2);
    }
    this.worth.fill(NEW, 0, size);
  }

  /** Makes room for `size` facts without forgetting any. */
  widen(size: number): void {
    if (size <= this.worth.length) return;
    const { worth, left } = this;
    this.worth = new Float64Array(size * 2);
    this.left = new Float64Array(size * 2);
    this.worth.set(worth);
    this.left.set(left);
  }

  isNew(fact: number): boolean {
    return this.worth[fact]! < 0;
  }

  note(fact: number, worth: number, left: number): void {
    this.worth[fact] = worth;
    this.left[fact] = left;
  }

  /** Notes the larger of what is known and this, both of the worth and of what is left. */
  keepBest(fact: number, worth: number, left: number): void {
    this.left[fact] = this.isNew(fact) ? left : Math.max(left, this.left[fact]!);
    this.worth[fact] = Math.max(worth, this.worth[fact]!);
  }
}
