import { Injectable } from '@nestjs/common';
import { NotFound } from '#libs/kernel';
import { scorePair } from '#libs/matching';
import { Database } from '#libs/platform/database';
import { type MatchScore, MatchRepository } from '../../data/match.repository.js';
import { PastAnswers } from './past-answers.js';

/** A score, and what its inputs give when they are computed again. */
export interface MatchReplay extends MatchScore {
  /** 0–1; null where an input is not kept, as of matches from before inputs were. */
  readonly replayedScore: number | null;
}

/** Computes a match again from the inputs by which it was scored. */
@Injectable()
export class MatchReplayReader {
  constructor(
    private readonly database: Database,
    private readonly matches: MatchRepository,
    private readonly past: PastAnswers,
  ) {}

  /** @throws NotFound */
  async of(matchId: string): Promise<MatchReplay> {
    const match = await this.matches.scoreOf(this.database, matchId);
    if (!match) throw new NotFound();
    const [pair] = await this.past.pairs(this.database, [match]);
    const replayedScore = pair ? scorePair(pair.left, pair.right, pair.graph, pair.spec).score : null;
    return { ...match, replayedScore };
  }
}
