import { baseOfLanguage, SAME_BASE } from '../features/languages.js';
import { Dictionary } from './dictionary.js';

const BITS = 32;

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

  /** All languages that serve one of these, as bits; 0 where numbers do not allow it. */
  bitsServing(wanted: readonly number[]): number {
    if (this.size > BITS) return 0;
    let bits = 0;
    for (let language = 1; language < this.size; language += 1)
      if (wanted.some((one) => this.serves(one, language) > 0)) bits |= 1 << language;
    return bits;
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
