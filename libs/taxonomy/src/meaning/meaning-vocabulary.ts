import type { WrittenText } from '../concepts-of.js';
import type { ConceptKind, RelatedConcept } from '../document.js';
import type { TaggedSpan } from '../tagged-span.js';
import type { Concept, Vocabulary } from '../vocabulary/vocabulary.js';
import { ConceptVectors, unitVectors } from './concept-vectors.js';
import type { EmbeddingProvider } from './embedding-provider.js';
import { sentencesOf } from './sentences.js';

/** A vocabulary that also finds what sentences mean without naming it, in texts that it was given to understand. */
export interface MeaningVocabulary extends Vocabulary {
  /**
   * Asks the model about the sentences of these texts; those it knows already cost nothing. Afterwards `tag` finds their
   * meanings. When the model fails this rejects, and the texts are read by their words alone.
   */
  understand(texts: readonly WrittenText[]): Promise<void>;
}

/** Sentences asked about at once. */
const BATCH = 64;
/** Understood texts kept; the longest known goes first. */
const MOST_KEPT = 50_000;

class ReadByMeaning implements MeaningVocabulary {
  readonly version: string;
  private readonly understood = new Map<string, readonly TaggedSpan[]>();

  constructor(
    private readonly words: Vocabulary,
    private readonly concepts: ConceptVectors,
    private readonly provider: EmbeddingProvider,
  ) {
    this.version = `${words.version}+${provider.model}`;
  }

  async understand(texts: readonly WrittenText[]): Promise<void> {
    const unknown = texts.filter(({ text }) => !this.understood.has(text));
    const asked = unknown.flatMap((written) =>
      sentencesOf(written.text).map((sentence) => ({ ...written, whole: written.text, sentence })),
    );
    const spans = new Map(unknown.map(({ text }) => [text, [] as TaggedSpan[]]));
    for (let from = 0; from < asked.length; from += BATCH) {
      const batch = asked.slice(from, from + BATCH);
      const sentences = batch.map(({ sentence, language }) => ({
        text: sentence.text,
        ...(language !== undefined && { language }),
      }));
      for (const [at, vector] of (await unitVectors(sentences, this.provider)).entries()) {
        const { whole, sentence } = batch[at]!;
        const { start, end, text: quote } = sentence;
        for (const id of this.concepts.near(vector))
          spans.get(whole)?.push({ id, kind: this.concept(id).kind, start, end, quote, source: 'meaning' });
      }
    }
    for (const [text, found] of spans) this.keep(text, found);
  }

  tag(text: string, language?: string): TaggedSpan[] {
    const named = this.words.tag(text, language);
    const ids = new Set(named.map(({ id }) => id));
    const meant = (this.understood.get(text) ?? []).filter(({ id }) => !ids.has(id));
    return [...named, ...meant].sort((a, b) => a.start - b.start);
  }

  has(id: string): boolean {
    return this.words.has(id);
  }

  concept(id: string): Concept {
    return this.words.concept(id);
  }

  label(id: string, language: string): string {
    return this.words.label(id, language);
  }

  related(id: string): readonly RelatedConcept[] {
    return this.words.related(id);
  }

  parent(id: string): string | null {
    return this.words.parent(id);
  }

  conceptIds(kind?: ConceptKind): readonly string[] {
    return this.words.conceptIds(kind);
  }

  placesNear(id: string): readonly string[] {
    return this.words.placesNear(id);
  }

  private keep(text: string, spans: readonly TaggedSpan[]): void {
    this.understood.set(text, spans);
    const [oldest] = this.understood.keys();
    if (this.understood.size > MOST_KEPT && oldest !== undefined) this.understood.delete(oldest);
  }
}

/**
 * The same vocabulary with a model beside it. What the model finds are concepts like any others, weaker evidence than a
 * phrase (`EVIDENCE_WEIGHTS.meaning`), and quoted by the sentence they were read from: no vector leaves this
 * room, so scores stay sums of reasons. Asks the model once for all concepts; rejects when it fails.
 */
export async function readByMeaning(
  words: Vocabulary,
  provider: EmbeddingProvider,
): Promise<MeaningVocabulary> {
  return new ReadByMeaning(words, await ConceptVectors.of(words, provider), provider);
}
