import type { Mentions } from './mentions.js';
import type { Nearness } from './nearness.js';

/** How well each mention answers a wish for a concept: by steps, the higher the better. */
export interface Steps {
  readonly mentions: readonly number[];
  /** Of each of those, from 1 on. */
  readonly steps: readonly number[];
  /** How many steps there are, and where their strengths stand: `first + step`; that of 0 is 0. */
  readonly count: number;
  readonly first: number;
}

interface Known extends Steps {
  /** So many mentions had been numbered by then. */
  readonly of: number;
}

const FIRST_STRENGTHS = 256;

/** Works out once for each concept how well mentions answer a wish for it, and again when there are new mentions. */
export class WishSteps {
  /** By `first + step`. */
  strengths = new Float64Array(FIRST_STRENGTHS);
  private used = 0;
  private readonly known: (Known | undefined)[] = [];

  constructor(
    private readonly mentions: Mentions,
    private readonly nearness: Nearness,
  ) {}

  of(concept: number): Steps {
    const known = this.known[concept];
    if (known?.of === this.mentions.size) return known;
    const made = this.make(concept, known);
    this.known[concept] = made;
    return made;
  }

  private make(concept: number, before: Known | undefined): Known {
    const answers = this.nearness
      .of(concept)
      .filter(({ answers }) => answers > 0)
      .flatMap(({ code, answers }) =>
        this.mentions
          .of(code)
          .map((mention) => ({ mention, strength: answers * this.mentions.weights[mention]! })),
      );
    const strengths = [...new Set(answers.map(({ strength }) => strength))].sort((a, b) => a - b);
    // Of more steps than before the strengths stand elsewhere.
    const first = before?.count === strengths.length ? before.first : this.makeRoom(strengths.length);
    this.strengths[first] = 0;
    this.strengths.set(strengths, first + 1);
    return {
      of: this.mentions.size,
      mentions: answers.map(({ mention }) => mention),
      steps: answers.map(({ strength }) => strengths.indexOf(strength) + 1),
      count: strengths.length,
      first,
    };
  }

  private makeRoom(count: number): number {
    const first = this.used;
    this.used += count + 1;
    if (this.used > this.strengths.length) {
      const wider = new Float64Array(2 * this.used);
      wider.set(this.strengths);
      this.strengths = wider;
    }
    return first;
  }
}
