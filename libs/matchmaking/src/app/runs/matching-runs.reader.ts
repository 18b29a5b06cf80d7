import { Injectable } from '@nestjs/common';
import { NotFound } from '#libs/kernel';
import { Database } from '#libs/platform/database';
import { MatchingRunRepository } from '../../data/matching-run.repository.js';
import type { MatchingRun } from '../../domain/matching-run.js';

/** Place in the list of runs: RFC 3339 of the beginning, then the id. */
export type RunPlace = readonly [startedAt: string, id: string];

/** All reads of runs over everybody. */
@Injectable()
export class MatchingRunsReader {
  constructor(
    private readonly database: Database,
    private readonly runs: MatchingRunRepository,
  ) {}

  /** @throws NotFound */
  async one(id: string): Promise<MatchingRun> {
    const run = await this.runs.find(this.database, id);
    if (!run) throw new NotFound();
    return run;
  }

  /** Newest first, after the place of the last one before. */
  async list(after: RunPlace | undefined, limit: number): Promise<MatchingRun[]> {
    return this.runs.slice(this.database, after, limit);
  }
}

/** The place of a run in its list, for the next page. */
export function placeOf({ startedAt, id }: MatchingRun): RunPlace {
  return [startedAt.toISOString(), id];
}
