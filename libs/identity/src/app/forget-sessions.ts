import { Injectable } from '@nestjs/common';
import { Database } from '#libs/platform/database';
import { AccountRepository } from '../data/account.repository.js';
import { SessionRepository } from '../data/session.repository.js';

const PER_STATEMENT = 1_000;

/** Removes sessions and confirmation links that are over for a week, in steps that hold no locks for long. */
@Injectable()
export class ForgetSessions {
  constructor(
    private readonly database: Database,
    private readonly sessions: SessionRepository,
    private readonly accounts: AccountRepository,
  ) {}

  async execute(signal?: AbortSignal): Promise<void> {
    const steps = [
      () => this.sessions.removeOld(this.database, PER_STATEMENT),
      () => this.accounts.removeOldConfirmations(this.database, PER_STATEMENT),
    ];
    for (const step of steps) {
      while ((await step()) === PER_STATEMENT) signal?.throwIfAborted();
    }
  }
}
