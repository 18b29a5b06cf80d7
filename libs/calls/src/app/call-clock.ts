import { Injectable } from '@nestjs/common';
import type { Transaction } from '#libs/platform/database';
import { CallVersionRepository } from '../data/call-version.repository.js';
import { CallStageRepository } from '../data/call-stage.repository.js';
import { type StageTerms, termsOf } from '../domain/call-terms.js';

/** Says whether a call takes answers at this moment, to the millisecond and without grace. */
@Injectable()
export class CallClock {
  constructor(
    private readonly stages: CallStageRepository,
    private readonly versions: CallVersionRepository,
  ) {}

  /**
   * The stage that is open, by the clock of the database: `opensAt <= now < closesAt`; null when none is. The call
   * stays locked FOR SHARE until `runner` ends, so that its terms hold as long; the clock is read after the lock was
   * had, so that waiting for it buys no time.
   */
  async openStage(runner: Transaction, callId: string): Promise<StageTerms | null> {
    if (!(await this.stages.share(runner, callId))) return null;
    const key = await this.stages.openNow(runner, callId);
    if (key === null) return null;
    const newest = await this.versions.newest(runner, callId);
    return (newest && termsOf(newest).stages.find((stage) => stage.key === key)) ?? null;
  }
}
