import { Injectable } from '@nestjs/common';
import type { JobContext, JobHandler } from '#libs/platform/queue';
import { DrawTurns } from '../app/live/draw-turns.js';
import { RefreshMatches } from '../app/refresh-matches.js';
import { REFRESH_AGAIN, type RefreshDue } from '../app/refresh-pace.js';

/** Brings up to date what changed again too soon after it was compared. */
@Injectable()
export class RefreshMatchesAgainJob implements JobHandler<RefreshDue> {
  readonly job = REFRESH_AGAIN;

  constructor(
    private readonly refreshMatches: RefreshMatches,
    private readonly turns: DrawTurns,
  ) {}

  async perform({ subjectType, subjectId }: RefreshDue, context: JobContext): Promise<void> {
    await this.turns.take(async () => {
      const found = await this.refreshMatches.prepare({ type: subjectType, id: subjectId });
      if (found) await context.once((tx) => this.refreshMatches.write(tx, found));
    });
  }
}
