import type { MatchSpec } from '../spec.js';
import type { Codebook } from './codebook.js';
import { Memo } from './memo.js';
import { type LookedFor, noteLanguages } from './pair-facts.js';

/** There are fewer ways to ask for languages than there are subjects: nearly every search finds its own again. */
const MOST = 512;

interface Known {
  readonly memo: Memo;
  /** Of so many lists of languages it is known. */
  size: number;
}

/**
 * What each list of languages is worth to those who look for these. A list keeps its number and its meaning, so what was
 * worked out stays true; lists that came later are added.
 */
export class LanguageMemos {
  private readonly known = new Map<string, Known>();

  constructor(
    private readonly codes: Codebook,
    private readonly spec: MatchSpec,
  ) {}

  /** `worth` counts `weight`. */
  of(lookedFor: LookedFor, weight: number): Memo {
    const key = `${lookedFor.required.join()} ${lookedFor.wanted.join()} ${weight}`;
    const known = this.known.get(key) ?? this.begun(key);
    const { size } = this.codes.languageLists;
    if (known.size < size) {
      noteLanguages(known.memo, known.size, this.codes, lookedFor, weight, this.spec);
      known.size = size;
    }
    return known.memo;
  }

  private begun(key: string): Known {
    if (this.known.size >= MOST) this.known.clear();
    const known = { memo: new Memo(), size: 0 };
    this.known.set(key, known);
    return known;
  }
}
