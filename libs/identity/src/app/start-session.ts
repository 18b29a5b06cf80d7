import { Injectable } from '@nestjs/common';
import { AccessTokens } from '#libs/platform/auth';
import { TtnConfig } from '#libs/platform/config';
import { newId, UnitOfWork } from '#libs/platform/database';
import { SessionRepository } from '../data/session.repository.js';
import { asThemselves } from '../domain/person.js';
import { RefreshTokens } from './refresh-tokens.js';

/** What a signed-in client holds. `expiresAt` (RFC 3339) is the end of the access token. */
export interface OpenSession {
  readonly accessToken: string;
  readonly expiresAt: string;
  /** Goes into the cookie, never into a body. */
  readonly refreshToken: string;
}

/** Opens a session for a person who has just proven who they are. */
@Injectable()
export class StartSession {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly sessions: SessionRepository,
    private readonly refreshTokens: RefreshTokens,
    private readonly accessTokens: AccessTokens,
    private readonly config: TtnConfig,
  ) {}

  async execute(requestId: string, personId: string): Promise<OpenSession> {
    const id = newId();
    const refreshToken = this.refreshTokens.first();
    const tokenHash = this.refreshTokens.hash(refreshToken);
    await this.unitOfWork.run(asThemselves(personId, id, requestId), async (tx) => {
      await this.sessions.insert(tx, { id, personId, tokenHash, days: this.config.SESSION_DAYS });
      tx.audit({ action: 'session.start', entityType: 'session', entityId: id });
    });
    return { ...this.accessTokens.issue(personId, id), refreshToken };
  }
}
