import { Injectable } from '@nestjs/common';
import {
  type Answer,
  type ConceptGraph,
  featureValues,
  type MatchParty,
  type MatchSpec,
  weightsOfJudge,
} from '#libs/matching';
import type { Reads } from '#libs/platform/database';
import type { StoredAnswer } from '../../data/match-answer.repository.js';
import { MatchingInputRepository } from '../../data/matching-input.repository.js';
import { featureNamedBy } from '../../domain/learning.js';
import { graphFrom, type StoredGraph } from '../../domain/stored-graph.js';

/** A score of the past with everything it was computed from. */
export interface PastPair {
  readonly left: MatchParty;
  readonly right: MatchParty;
  readonly spec: MatchSpec;
  readonly graph: ConceptGraph;
}

type Hashes = Pick<StoredAnswer, 'leftInput' | 'rightInput' | 'specInput' | 'graphInput'>;

/** Brings back what scores of the past were computed from. */
@Injectable()
export class PastAnswers {
  constructor(private readonly inputs: MatchingInputRepository) {}

  /** In the order of `rows`; undefined where an input is not kept. */
  async pairs(reads: Reads, rows: readonly Hashes[]): Promise<(PastPair | undefined)[]> {
    const hashes = rows.flatMap(({ leftInput, rightInput, specInput, graphInput }) => [
      leftInput,
      rightInput,
      specInput,
      graphInput,
    ]);
    const found = await this.inputs.byHashes(reads, hashes);
    const graphs = new Map<string, ConceptGraph>();
    const graphOf = (hash: string): ConceptGraph | undefined => {
      const stored = found.get(hash) as StoredGraph | undefined;
      if (stored && !graphs.has(hash)) graphs.set(hash, graphFrom(stored));
      return graphs.get(hash);
    };
    return rows.map(({ leftInput, rightInput, specInput, graphInput }) => {
      const left = found.get(leftInput) as MatchParty | undefined;
      const right = found.get(rightInput) as MatchParty | undefined;
      const spec = found.get(specInput) as MatchSpec | undefined;
      const graph = graphOf(graphInput);
      return left && right && spec && graph ? { left, right, spec, graph } : undefined;
    });
  }

  /**
   * Answers as they are learnt from.
   *
   * @param base the numbers before learning: corrections of weights are learnt against these
   */
  async lessons(reads: Reads, rows: readonly StoredAnswer[], base: MatchSpec): Promise<Answer[]> {
    const pairs = await this.pairs(reads, rows);
    return rows.flatMap((row, at) => {
      const pair = pairs[at];
      if (!pair) return [];
      const { organizationId, kind, position, timesShown } = row;
      const reason = featureNamedBy(row.reason);
      const [own, other] = row.isLeft ? [pair.left, pair.right] : [pair.right, pair.left];
      const values = featureValues(own, other, pair.graph, pair.spec);
      const weights = weightsOfJudge(base, own.kind, other.kind);
      return [
        {
          ...{ organizationId, kind, position, timesShown, values },
          ...(weights && { weights }),
          ...(reason && { reason }),
        },
      ];
    });
  }
}
