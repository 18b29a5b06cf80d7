import { baseOfLanguage, SAME_BASE } from '../features/languages.js';
import { Dictionary } from './dictionary.js';

const BITS = 32;

/** The languages that serve a wanted one, as bits: fully, and by `SAME_BASE`. */
export interface Servants {
  readonly fully: number;
  readonly partly: number;
}

/** How well languages, as bits, serve: 1, `SAME_BASE` or 0. */
export const servedBy = (bits: number, { fully, partly }: Servants): number =>
  (bits & fully) !== 0 ? 1 : (bits & partly) !== 0 ? SAME_BASE : 0;

/** Languages by number, and how well one serves where another is wanted: `languageServes` in numbers. */
export class SpokenLanguages {
  private readonly tags = new Dictionary();
  private readonly folded = new Dictionary();
  private readonly bases = new Dictionary();
  private readonly foldedOf: number[] = [0];
  private readonly baseOf: number[] = [0];

  get size(): number {
    return this.tags.size;
  }

  code(tag: string): number {
    const code = this.tags.code(tag);
    if (code === this.foldedOf.length) {
      this.foldedOf.push(this.folded.code(tag.toLowerCase()));
      this.baseOf.push(this.bases.code(baseOfLanguage(tag)));
    }
    return code;
  }

  serves(wanted: number, given: number): number {
    if (this.foldedOf[wanted] === this.foldedOf[given]) return 1;
    return this.baseOf[wanted] === this.baseOf[given] ? SAME_BASE : 0;
  }

  /** Languages as bits, where their numbers allow it; else 0. */
  bitsOf(languages: readonly number[]): number {
    let bits = 0;
    for (const language of languages) {
      if (language >= BITS) return 0;
      bits |= 1 << language;
    }
    return bits;
  }

  /** For each wanted language those that serve it fully and by half, as bits; undefined where numbers do not allow it. */
  servants(wanted: readonly number[]): readonly Servants[] | undefined {
    if (this.size > BITS) return undefined;
    return wanted.map((one) => {
      let [fully, partly] = [0, 0];
      for (let language = 1; language < this.size; language += 1) {
        const worth = this.serves(one, language);
        if (worth === 1) fully |= 1 << language;
        else if (worth > 0) partly |= 1 << language;
      }
      return { fully, partly };
    });
  }

  /** How well the languages serve the wanted one, at best. */
  best(wanted: number, given: readonly number[]): number {
    let best = 0;
    for (const language of given) best = Math.max(best, this.serves(wanted, language));
    return best;
  }

  /** How many of the wanted languages are served, halves counted. */
  served(wanted: readonly number[], given: readonly number[]): number {
    let sum = 0;
    for (const language of wanted) sum += this.best(language, given);
    return sum;
  }
}
