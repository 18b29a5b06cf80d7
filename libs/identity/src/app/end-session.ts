import { Injectable } from '@nestjs/common';
import { type Actor, NotFound, systemActor } from '#libs/kernel';
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

  /** A person ends one of their sessions, here or elsewhere. Errors: request/not-found. */
  async one(actor: Actor, sessionId: string): Promise<void> {
    await this.unitOfWork.run(actor, async (tx) => {
      if (!(await this.sessions.isOf(tx, sessionId, actor.personId))) throw new NotFound();
      await this.within(tx, sessionId, 'revoked');
    });
  }

  /** A person ends every session but the one they are in. */
  async others(actor: Actor): Promise<void> {
    await this.unitOfWork.run(actor, (tx) => this.allOf(tx, actor.personId, 'revoked', actor.sessionId));
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

  /** Ends every session of a person, but for the one with id `but`, and every sign-in that is half done. */
  async allOf(
    tx: Transaction,
    personId: string,
    reason: EndReason,
    but: string | null = null,
  ): Promise<void> {
    await this.sessions.endPending(tx, personId);
    for (const { id } of await this.sessions.endAll(tx, personId, reason, but)) {
      tx.audit({ action: 'session.end', entityType: 'session', entityId: id, toState: reason });
      await this.principals.announce(tx, { sessionId: id });
    }
  }
}
