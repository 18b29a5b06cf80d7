import { Injectable } from '@nestjs/common';
import { type MatchSpec, scorePair } from '#libs/matching';
import { Database } from '#libs/platform/database';
import { MatchAnswerRepository } from '../../data/match-answer.repository.js';
import type { WeightsReplay } from '../../domain/matching-weights.js';
import { replayAnswers } from '../../domain/replay-answers.js';
import { PastAnswers } from '../learning/past-answers.js';

const REPLAYED = 2_000;

/** Computes the scores of answered matches again, by two sets of weights, from the inputs that are kept. */
@Injectable()
export class ReplayWeights {
  constructor(
    private readonly database: Database,
    private readonly answers: MatchAnswerRepository,
    private readonly past: PastAnswers,
  ) {}

  async of(inUse: MatchSpec, proposed: MatchSpec): Promise<WeightsReplay> {
    const rows = await this.answers.latest(this.database, REPLAYED);
    const pairs = await this.past.pairs(this.database, rows);
    return replayAnswers(
      rows.flatMap(({ organizationId, kind }, at) => {
        const pair = pairs[at];
        if (!pair || kind === 'ignore') return [];
        const { left, right, graph } = pair;
        return [
          {
            organizationId,
            accepted: kind === 'accept',
            before: scorePair(left, right, graph, inUse).score,
            after: scorePair(left, right, graph, proposed).score,
          },
        ];
      }),
    );
  }
}
