const NEW = -1;

/** What has been worked out of numbered facts: a weighted worth, and what a gap leaves of the score. */
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
    const room = worth.length === 0 ? size : size * 2;
    this.worth = new Float64Array(room).fill(NEW);
    this.left = new Float64Array(room);
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

/**
 * Of so many facts it is kept what they are worth: there are fewer ways to ask for something than there are subjects, so
 * nearly every search finds its own again.
 */
const MOST = 100_000;

interface Known {
  readonly memo: Memo;
  /** So many facts are known. */
  size: number;
}

/**
 * What each fact is worth to those who ask for the same. A fact keeps its number and its meaning, so what was worked out
 * stays true; facts that came later are added.
 */
export class Memos {
  private readonly known = new Map<number, Known>();
  private facts = 0;

  /** `asked`: a number of what is asked; `note` works out the facts from `first` on. */
  of(asked: number, size: number, note: (memo: Memo, first: number) => void): Memo {
    const known = this.known.get(asked) ?? { memo: new Memo(), size: 0 };
    if (known.size < size) {
      this.facts += size - known.size;
      if (this.facts > MOST) this.forget(size);
      this.known.set(asked, known);
      known.memo.widen(size);
      note(known.memo, known.size);
      known.size = size;
    }
    return known.memo;
  }

  private forget(size: number): void {
    this.known.clear();
    this.facts = size;
  }
}

/** Notes nothing beforehand: of such facts few are met with, and each is read when it is. */
export const asMet = (): void => undefined;

/** One of each setting, in which weights are the same. */
export function bySetting<Setting extends object, Kept>(
  make: (setting: Setting) => Kept,
): (setting: Setting) => Kept {
  const kept = new WeakMap<Setting, Kept>();
  return (setting) => {
    const known = kept.get(setting);
    if (known !== undefined) return known;
    const made = make(setting);
    kept.set(setting, made);
    return made;
  };
}
