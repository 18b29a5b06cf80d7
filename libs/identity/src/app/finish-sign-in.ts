import { Injectable } from '@nestjs/common';
import { FailureThrottle } from '#libs/platform/auth';
import { TtnConfig } from '#libs/platform/config';
import { Database } from '#libs/platform/database';
import { SecondFactorRepository } from '../data/second-factor.repository.js';
import { SecondFactorExpired } from '../domain/identity.errors.js';
import { type Client, hashOf } from './device-marks.js';
import { guardedAttempt } from './guarded-attempt.js';
import { type SecondStep, SecondSteps } from './second-steps.js';
import { type NewSession, StartSession } from './start-session.js';

/**
 * The second step of a sign-in, with the token the first one gave. A wrong step may be tried again with the same
 * token, as often as the throttle of the account lets. Errors: auth/second-factor-expired,
 * auth/second-factor-wrong, auth/too-many-attempts.
 */
@Injectable()
export class FinishSignIn {
  constructor(
    private readonly database: Database,
    private readonly factors: SecondFactorRepository,
    private readonly steps: SecondSteps,
    private readonly startSession: StartSession,
    private readonly throttle: FailureThrottle,
    private readonly config: TtnConfig,
  ) {}

  async execute(requestId: string, token: string, step: SecondStep, client: Client): Promise<NewSession> {
    const personId = await this.personOf(token);
    const key = { key: `second-factor/person:${personId}`, limit: this.config.LOGIN_FAILURES_PER_ACCOUNT };
    return guardedAttempt(this.throttle, [key], 'auth/second-factor-wrong', async () => {
      const take = await this.steps.judge(personId, step);
      return this.startSession.execute(requestId, personId, client, async (tx) => {
        if (!(await this.factors.endPending(tx, hashOf(token)))) throw new SecondFactorExpired();
        await take(tx);
      });
    });
  }

  /** Whose sign-in waits behind the token. @throws SecondFactorExpired */
  async personOf(token: string): Promise<string> {
    const personId = await this.factors.pendingPerson(this.database, hashOf(token));
    if (personId === undefined) throw new SecondFactorExpired();
    return personId;
  }
}
