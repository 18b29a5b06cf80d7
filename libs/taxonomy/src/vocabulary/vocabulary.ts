import type { ConceptKind, RelatedConcept } from '../document.js';
import type { TaggedSpan } from '../tagged-span.js';

export interface Concept {
  readonly id: string;
  readonly kind: ConceptKind;
  readonly parent: string | null;
  readonly labels: Readonly<Partial<Record<string, string>>>;
  readonly related: readonly RelatedConcept[];
  /** ISO 3166 country of a market that is one country. */
  readonly country?: string;
}

/** The compiled vocabulary. Immutable and stateless: one instance serves every caller. */
export interface Vocabulary {
  readonly version: string;
  /**
   * Finds concepts and places in a text of any language and script, sorted by start. One stretch of text may carry
   * several concepts (one form, two meanings), but findings of one source never overlap partly: the longest wins.
   * `language` (BCP 47) keeps a Latin-script text from being read with the words of another language; one that is
   * unknown is no error. Total for every string: lone surrogates and control characters part words, invisible
   * characters do not, and of a very long text the first 100,000 units are read.
   */
  tag(text: string, language?: string): TaggedSpan[];
  has(id: string): boolean;
  /** Throws `RangeError` for an id the taxonomy does not know. */
  concept(id: string): Concept;
  /** The label in the language, else in its base language, else in English, else the id itself. */
  label(id: string, language: string): string;
  /** Empty for an unknown id. */
  related(id: string): readonly RelatedConcept[];
  parent(id: string): string | null;
  conceptIds(kind?: ConceptKind): readonly string[];
  /** Places within a day's journey there and back, the nearest first; empty for one that is not known. */
  placesNear(id: string): readonly string[];
}
