import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Database, UnitOfWork } from '#libs/platform/database';
import { systemActor } from '#libs/kernel';
import { SecondFactorRepository } from '../data/second-factor.repository.js';
import { SecondFactorRequired } from '../domain/identity.errors.js';
import { methodsFor } from '../domain/second-factor.js';
import { type Client, hashOf } from './device-marks.js';
import { type NewSession, StartSession } from './start-session.js';

/** For so long the second step may take. */
const MINUTES = 5;

/**
 * What follows a right password: a session, or, where the account has a second factor, the question for it.
 * Errors: auth/second-factor-required with the token for the second step.
 */
@Injectable()
export class BeginSignIn {
  constructor(
    private readonly database: Database,
    private readonly unitOfWork: UnitOfWork,
    private readonly factors: SecondFactorRepository,
    private readonly startSession: StartSession,
  ) {}

  async execute(requestId: string, personId: string, client: Client): Promise<NewSession> {
    const methods = methodsFor(await this.factors.held(this.database, personId));
    if (methods.length === 0) return this.startSession.execute(requestId, personId, client);
    const token = randomBytes(32).toString('base64url');
    const pending = { tokenHash: hashOf(token), personId, minutes: MINUTES };
    const expiresAt = await this.unitOfWork.run(systemActor(requestId), async (tx) => {
      tx.audit({ action: 'sign-in.begin', entityType: 'person', entityId: personId });
      return this.factors.insertPending(tx, pending);
    });
    throw new SecondFactorRequired(token, expiresAt, methods);
  }
}
