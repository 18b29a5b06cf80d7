import { Injectable } from '@nestjs/common';
import { Database } from '#libs/platform/database';
import { HousekeepingRepository } from '../data/housekeeping.repository.js';

const PER_STATEMENT = 1_000;

/** Removes what is over, in steps that hold no locks for long. */
@Injectable()
export class ForgetSessions {
  constructor(
    private readonly database: Database,
    private readonly housekeeping: HousekeepingRepository,
  ) {}

  async execute(signal?: AbortSignal): Promise<void> {
    for (const remove of this.housekeeping.removals()) {
      while ((await remove(this.database, PER_STATEMENT)) === PER_STATEMENT) signal?.throwIfAborted();
    }
  }
}
