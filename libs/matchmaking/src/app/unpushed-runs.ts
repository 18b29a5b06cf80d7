import { Injectable } from '@nestjs/common';
import { Database } from '#libs/platform/database';
import { MatchRunRepository } from '../data/match-run.repository.js';
import type { MatchSide } from '../domain/match.js';

/** Runs of which no process has told open sockets yet. */
@Injectable()
export class UnpushedRuns {
  constructor(
    private readonly database: Database,
    private readonly runs: MatchRunRepository,
  ) {}

  /**
   * Takes some of them, each for this caller alone, whatever other processes do: whose lists have changed, the
   * subjects themselves and the other sides of new pairs. Empty when there are none.
   */
  async take(): Promise<MatchSide[]> {
    return this.runs.takeUnpushed(this.database);
  }
}
