import type { ConceptKind } from './document.js';

/** What was found in a text. Offsets are UTF-16, into the text as it was given; `quote` is exactly that part of it. */
export interface TaggedSpan {
  /** A concept id, or the caller's own id of a place. */
  readonly id: string;
  readonly kind: ConceptKind | 'place';
  readonly start: number;
  readonly end: number;
  readonly quote: string;
  /**
   * `phrase`: a label or synonym stands there. `cue`: only its telling part does, weaker evidence. `meaning`: a model says
   * that the sentence means it (only with an `EmbeddingProvider`).
   */
  readonly source: 'phrase' | 'cue' | 'meaning';
}
