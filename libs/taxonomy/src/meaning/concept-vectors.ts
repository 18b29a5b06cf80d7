import type { ConceptKind } from '../document.js';
import type { Vocabulary } from '../vocabulary/vocabulary.js';
import type { EmbeddingProvider } from './embedding-provider.js';

/** What a sentence can mean without naming it. Markets, certificates and goals are facts: they are named or not. */
const GUESSED_KINDS: readonly ConceptKind[] = ['theme', 'sector', 'collaboration', 'consulting_area'];

/** The concepts as the model understands their English labels. */
export class ConceptVectors {
  private constructor(
    private readonly ids: readonly string[],
    private readonly kinds: readonly ConceptKind[],
    private readonly vectors: readonly Float32Array[],
    private readonly closeEnough: number,
  ) {}

  static async of(vocabulary: Vocabulary, provider: EmbeddingProvider): Promise<ConceptVectors> {
    const ids = GUESSED_KINDS.flatMap((kind) => vocabulary.conceptIds(kind));
    const labels = ids.map((id) => ({ text: vocabulary.label(id, 'en'), language: 'en' }));
    const kinds = ids.map((id) => vocabulary.concept(id).kind);
    return new ConceptVectors(ids, kinds, await unitVectors(labels, provider), provider.closeEnough);
  }

  /** The closest concept of each kind, if it is close enough. Throws `RangeError` for a vector of another length. */
  near(vector: Float32Array): string[] {
    const best = new Map<ConceptKind, { readonly id: string; readonly cosine: number }>();
    for (const [at, concept] of this.vectors.entries()) {
      const cosine = dot(concept, vector);
      const kind = this.kinds[at]!;
      if (cosine >= this.closeEnough && cosine > (best.get(kind)?.cosine ?? 0))
        best.set(kind, { id: this.ids[at]!, cosine });
    }
    return [...best.values()].map(({ id }) => id);
  }
}

/** The vectors of the texts, each of length 1, or of length 0 where the model has nothing to say. */
export async function unitVectors(
  texts: Parameters<EmbeddingProvider['embed']>[0],
  provider: EmbeddingProvider,
): Promise<Float32Array[]> {
  const vectors = await provider.embed(texts);
  if (vectors.length !== texts.length)
    throw new RangeError(`${provider.model} gave ${vectors.length} vectors for ${texts.length} texts`);
  return vectors.map((vector) => {
    const length = Math.sqrt(dot(vector, vector));
    return length > 0 && Number.isFinite(length)
      ? vector.map((value) => value / length)
      : vector.map(() => 0);
  });
}

function dot(a: Float32Array, b: Float32Array): number {
  if (a.length !== b.length) throw new RangeError(`Vectors of length ${a.length} and ${b.length}`);
  return a.reduce((sum, value, at) => sum + value * (b[at] ?? 0), 0);
}
