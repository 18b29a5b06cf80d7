import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { MarketIndex, MatchParty, MatchSpec } from '#libs/matching';
import type { Transaction } from '#libs/platform/database';
import type { Vocabulary } from '#libs/taxonomy';
import { TaxonomyCodes } from '#libs/vocabulary';
import { MatchingInputRepository } from '../../data/matching-input.repository.js';
import type { InputsOfPair } from '../../domain/match-inputs.js';
import type { Pair } from '../../domain/match.js';
import type { StoredGraph } from '../../domain/stored-graph.js';

/** From what pairs are scored. */
interface ScoredFrom {
  readonly index: Pick<MarketIndex, 'get'>;
  readonly lists: { specOf(a: MatchParty, b: MatchParty): MatchSpec };
  readonly vocabulary: Vocabulary;
}

const A_DAY = 86_400_000;

/**
 * Keeps what scores were computed from, once each, so that every score of the past can be computed again: parties,
 * the numbers of the model, and how concepts hang together. What is the same has the same hash.
 */
@Injectable()
export class MatchingInputs {
  private readonly hashes = new WeakMap<object, string>();
  private readonly graphs = new WeakMap<Vocabulary, StoredGraph>();
  private readonly contents = new Map<string, string>();
  /** When each was last written, or found written. */
  private readonly stored = new Map<string, number>();

  constructor(
    private readonly repository: MatchingInputRepository,
    private readonly codes: TaxonomyCodes,
  ) {}

  /** Notes the inputs of a pair; {@link store} writes those that are new. */
  of({ index, lists, vocabulary }: ScoredFrom, { left, right }: Pair): InputsOfPair {
    const [a, b] = [index.get(left.id), index.get(right.id)];
    if (!a || !b) throw new Error('A pair was drawn of parties that are not in the market.');
    return {
      left: this.note(a),
      right: this.note(b),
      spec: this.note(lists.specOf(a, b)),
      graph: this.note(this.graphOf(vocabulary)),
    };
  }

  /** Writes those that no row holds yet. What is rolled back is written again with the next pair that needs it. */
  async store(tx: Transaction, inputs: Iterable<InputsOfPair>): Promise<void> {
    const hashes = new Set([...inputs].flatMap(({ left, right, spec, graph }) => [left, right, spec, graph]));
    const missing = [...hashes].filter((hash) => !this.isStored(hash)).sort();
    if (missing.length === 0) return;
    await this.repository.insert(
      tx,
      missing.map((hash) => ({ hash, content: this.contents.get(hash) ?? 'null' })),
    );
    tx.afterCommit(() => {
      for (const hash of missing) {
        this.stored.set(hash, Date.now());
        this.contents.delete(hash);
      }
    });
  }

  private note(content: MatchParty | MatchSpec | StoredGraph): string {
    const known = this.hashes.get(content);
    if (known !== undefined && (this.isStored(known) || this.contents.has(known))) return known;
    const text = JSON.stringify(content);
    const hash = createHash('sha256').update(text).digest('hex');
    this.hashes.set(content, hash);
    if (!this.isStored(hash)) this.contents.set(hash, text);
    return hash;
  }

  /** After a day it is written again, so that what is in use is not forgotten. */
  private isStored(hash: string): boolean {
    return Date.now() - (this.stored.get(hash) ?? 0) < A_DAY;
  }

  /** How concepts hang together in these words, as plain data; the same object for the same words. */
  graphOf(vocabulary: Vocabulary): StoredGraph {
    const known = this.graphs.get(vocabulary);
    if (known) return known;
    const ids = this.codes.document.terms.map(({ id }) => id);
    const related = ids.map((id) => [id, vocabulary.related(id)] as const).filter(([, of]) => of.length > 0);
    const parents = ids.flatMap((id) => {
      const parent = vocabulary.parent(id);
      return parent === null ? [] : [[id, parent] as const];
    });
    const graph = { related: Object.fromEntries(related), parent: Object.fromEntries(parents) };
    this.graphs.set(vocabulary, graph);
    return graph;
  }
}
