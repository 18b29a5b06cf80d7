import type { ConceptKind } from './document.js';
import type { TaggedSpan } from './tagged-span.js';
import type { Vocabulary } from './vocabulary/vocabulary.js';

/** Where a concept was found: the words themselves, in the language they were written in. */
export interface Evidence {
  readonly quote: string;
  readonly language?: string;
  /** UTF-16 offsets into the text. */
  readonly start: number;
  readonly end: number;
}

export interface WeightedConcept {
  readonly id: string;
  readonly kind: ConceptKind;
  /** How sure we are that the party means the concept, 0..1. */
  readonly weight: number;
  readonly evidence?: Evidence;
}

export interface WrittenText {
  readonly text: string;
  /** BCP 47. */
  readonly language?: string;
}

/**
 * What a declared facet, a phrase in the text, a derived cue, the meaning of a sentence and a mere implication are worth
 * as evidence.
 */
export const EVIDENCE_WEIGHTS = { declared: 1, phrase: 0.7, cue: 0.4, meaning: 0.4, implied: 0.5 } as const;

function evidenceOf(span: TaggedSpan, language: string | undefined): Evidence {
  const { quote, start, end } = span;
  return language === undefined ? { quote, start, end } : { quote, language, start, end };
}

/**
 * The concepts of a party: what it ticked (weight 1) and what its own words say (phrase .7, cue .4), each once, with
 * the strongest weight and the best quotation. Ids that the vocabulary does not know are left out. Sorted by weight,
 * then id.
 */
export function conceptsOf(
  declared: readonly string[],
  texts: WrittenText | readonly WrittenText[],
  vocabulary: Vocabulary,
): WeightedConcept[] {
  const found = new Map<string, WeightedConcept>();
  for (const id of declared) {
    if (vocabulary.has(id))
      found.set(id, { id, kind: vocabulary.concept(id).kind, weight: EVIDENCE_WEIGHTS.declared });
  }
  for (const { text, language } of asList(texts)) {
    for (const span of vocabulary.tag(text, language)) {
      if (span.kind === 'place') continue;
      const known = found.get(span.id);
      const weight = EVIDENCE_WEIGHTS[span.source];
      if (known?.evidence !== undefined && known.weight >= weight) continue;
      found.set(span.id, {
        id: span.id,
        kind: span.kind,
        weight: Math.max(weight, known?.weight ?? 0),
        evidence: evidenceOf(span, language),
      });
    }
  }
  return [...found.values()].sort((a, b) => b.weight - a.weight || (a.id < b.id ? -1 : 1));
}

export interface NamedPlace {
  /** The caller's id of the place. */
  readonly id: string;
  readonly weight: number;
  readonly evidence: Evidence;
}

/** The places that the texts name, each once with its first quotation, in the order of appearance. */
export function namedPlacesOf(
  texts: WrittenText | readonly WrittenText[],
  vocabulary: Vocabulary,
): NamedPlace[] {
  const found = new Map<string, NamedPlace>();
  for (const { text, language } of asList(texts)) {
    for (const span of vocabulary.tag(text, language)) {
      if (span.kind === 'place' && !found.has(span.id))
        found.set(span.id, { id: span.id, weight: 1, evidence: evidenceOf(span, language) });
    }
  }
  return [...found.values()];
}

function asList(texts: WrittenText | readonly WrittenText[]): readonly WrittenText[] {
  return 'text' in texts ? [texts] : texts;
}
