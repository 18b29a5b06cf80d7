import { Injectable } from '@nestjs/common';

/**
 * Lists are drawn and written one after the other, so that each sees what those before it have promised: two that were
 * drawn side by side would promise the same room twice. One process owns the market, so its memory is enough to wait in.
 */
@Injectable()
export class DrawTurns {
  private last: Promise<unknown> = Promise.resolve();

  /** Does the work, from the drawing to the commit, when all who asked before have ended, however they ended. */
  async take<Result>(work: () => Promise<Result>): Promise<Result> {
    const turn = this.last.then(work);
    this.last = turn.catch(() => undefined);
    return turn;
  }
}
