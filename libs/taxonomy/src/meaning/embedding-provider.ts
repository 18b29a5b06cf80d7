import type { WrittenText } from '../concepts-of.js';

/**
 * Turns texts into vectors. TTN ships no weights and needs none; a deployment that has a multilingual model of its own
 * implements this port and gives it to `readByMeaning`.
 */
export interface EmbeddingProvider {
  /** Model and revision. Part of the vocabulary's version, so that matches of two models are told apart. */
  readonly model: string;
  /** Cosine, -1..1, from which this model takes a sentence and a concept for the same. */
  readonly closeEnough: number;
  /** One vector for each text, in order, all of one length. They need not have length 1. May reject. */
  embed(texts: readonly WrittenText[]): Promise<readonly Float32Array[]>;
}
