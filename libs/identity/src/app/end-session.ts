import { Injectable } from '@nestjs/common';
import { systemActor } from '#libs/kernel';
import { Principals } from '#libs/platform/auth';
import { type Transaction, UnitOfWork } from '#libs/platform/database';
import { type EndReason, SessionRepository } from '../data/session.repository.js';
import { asThemselves } from '../domain/person.js';
import { RefreshTokens } from './refresh-tokens.js';

/** Ends sessions, in every process, before the answer goes out. Ending one twice is harmless. */
@Injectable()
export class EndSession {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly sessions: SessionRepository,
    private readonly principals: Principals,
    private readonly refreshTokens: RefreshTokens,
  ) {}

  /** A person signs out of one session. */
  async execute(requestId: string, personId: string, sessionId: string): Promise<void> {
    await this.unitOfWork.run(asThemselves(personId, sessionId, requestId), (tx) =>
      this.within(tx, sessionId, 'signed-out'),
    );
  }

  /** Signs out of the session a refresh token belongs to, if any. */
  async byRefreshToken(requestId: string, refreshToken: string): Promise<void> {
    await this.unitOfWork.run(systemActor(requestId), async (tx) => {
      const session = await this.sessions.lockByToken(tx, this.refreshTokens.hash(refreshToken));
      if (session) await this.within(tx, session.sessionId, 'signed-out');
    });
  }

  async within(tx: Transaction, sessionId: string, reason: EndReason): Promise<void> {
    const ended = await this.sessions.end(tx, sessionId, reason);
    if (!ended) return;
    tx.audit({ action: 'session.end', entityType: 'session', entityId: sessionId, toState: reason });
    await this.principals.announce(tx, { sessionId });
  }
}
