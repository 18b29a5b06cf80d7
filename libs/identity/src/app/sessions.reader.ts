import { Injectable } from '@nestjs/common';
import { Database } from '#libs/platform/database';
import { SessionRepository } from '../data/session.repository.js';
import { type LiveSession, PROOF_MINUTES } from '../domain/session.js';

/** Where a person is signed in. */
@Injectable()
export class SessionsReader {
  constructor(
    private readonly database: Database,
    private readonly sessions: SessionRepository,
  ) {}

  /** Those that have not ended, the last used first. */
  async live(personId: string): Promise<LiveSession[]> {
    return this.sessions.live(this.database, personId);
  }

  /** Until when sensitive changes need no new proof in this session; may lie in the past. */
  async provenUntil(sessionId: string): Promise<Date> {
    const provenAt = await this.sessions.provenAt(this.database, sessionId);
    return new Date((provenAt?.getTime() ?? 0) + PROOF_MINUTES * 60_000);
  }
}
