import { Injectable } from '@nestjs/common';
import { systemActor } from '#libs/kernel';
import { AccessTokens } from '#libs/platform/auth';
import { TtnConfig } from '#libs/platform/config';
import { type Transaction, UnitOfWork } from '#libs/platform/database';
import { type PresentedTokenRow, SessionRepository } from '../data/session.repository.js';
import { SessionOver } from '../domain/identity.errors.js';
import { judgeRefresh } from '../domain/refresh-verdict.js';
import { EndSession } from './end-session.js';
import { RefreshTokens } from './refresh-tokens.js';
import type { OpenSession } from './start-session.js';

/**
 * Exchanges a refresh token for a new pair. A token that was already exchanged ends the whole session, since
 * two parties hold it, but for a short grace in which the lost answer is given again. Errors: auth/session-over.
 */
@Injectable()
export class RefreshSession {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly sessions: SessionRepository,
    private readonly endSession: EndSession,
    private readonly refreshTokens: RefreshTokens,
    private readonly accessTokens: AccessTokens,
    private readonly config: TtnConfig,
  ) {}

  async execute(requestId: string, refreshToken: string): Promise<OpenSession> {
    const successor = this.refreshTokens.successorOf(refreshToken);
    const session = await this.unitOfWork.run(systemActor(requestId), async (tx) => {
      const presented = await this.sessions.lockByToken(tx, this.refreshTokens.hash(refreshToken));
      return presented && ((await this.decide(tx, presented, successor)) ? presented : undefined);
    });
    if (!session) throw new SessionOver();
    return {
      ...this.accessTokens.issue(session.personId, session.sessionId),
      refreshToken: successor,
    };
  }

  /** Answers whether the session goes on. The end of a session must be committed, so nothing is thrown here. */
  private async decide(tx: Transaction, presented: PresentedTokenRow, successor: string): Promise<boolean> {
    switch (judgeRefresh(presented)) {
      case 'rotate': {
        const tokenHash = this.refreshTokens.hash(successor);
        await this.sessions.rotate(tx, presented.sessionId, tokenHash, this.config.SESSION_DAYS);
        return true;
      }
      case 'repeat':
        return true;
      case 'reused':
        await this.endSession.within(tx, presented.sessionId, 'token-reused');
        return false;
      case 'over':
        return false;
    }
  }
}
