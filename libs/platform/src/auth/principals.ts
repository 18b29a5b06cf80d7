import { Injectable, type OnModuleInit } from '@nestjs/common';
import { LRUCache } from 'lru-cache';
import { Listener, type Transaction } from '#libs/platform/database';
import { type Principal, PrincipalLoader } from './principal.js';

const SESSION_ENDED = 'session_ended';
const PRINCIPAL_CHANGED = 'principal_changed';
const MAX_PRINCIPALS = 10_000;
/** Bounds what a notification lost without a trace (a dead but open connection) could do. */
const MAX_AGE_MS = 30_000;

/**
 * Principals by session, cached per process. Whoever changes what a principal holds calls {@link announce}
 * in the same transaction: this process forgets before the verb answers, the others by NOTIFY. While
 * notifications may be missed, every request asks the database.
 */
@Injectable()
export class Principals implements OnModuleInit {
  /** Without a lifetime of the cache, which would cost timers: each entry says when it was read. */
  private readonly cache = new LRUCache<string, { readonly principal: Principal; readonly readAt: number }>({
    max: MAX_PRINCIPALS,
  });
  private readonly endedHandlers: ((sessionId: string) => void)[] = [];
  private readonly changedHandlers: ((personId: string) => void)[] = [];
  /** Counts what was dropped, so that a read begun before a drop is not kept after it. */
  private drops = 0;

  constructor(
    private readonly loader: PrincipalLoader,
    private readonly listener: Listener,
  ) {}

  async onModuleInit(): Promise<void> {
    this.listener.onReconnect(() => {
      this.drops += 1;
      this.cache.clear();
    });
    await this.listener.listen(SESSION_ENDED, (sessionId) => {
      this.ended(sessionId);
    });
    await this.listener.listen(PRINCIPAL_CHANGED, (personId) => {
      this.changed(personId);
    });
  }

  /** The principal of a live session; null when the session has ended. */
  async find(sessionId: string): Promise<Principal | null> {
    if (!this.listener.connected) return this.loader.load(sessionId);
    const now = Date.now();
    const cached = this.cache.get(sessionId);
    if (cached && now - cached.readAt < MAX_AGE_MS) {
      return cached.principal.expiresAt.getTime() > now ? cached.principal : null;
    }
    const { drops } = this;
    const principal = await this.loader.load(sessionId);
    if (principal && drops === this.drops) this.cache.set(sessionId, { principal, readAt: now });
    return principal;
  }

  /** Drops a session from the cache of this process. */
  forget(sessionId: string): void {
    this.drops += 1;
    this.cache.delete(sessionId);
  }

  /**
   * Tells every process, once `tx` commits, that a session ended or that what a person may do changed
   * (membership, role, name, language).
   */
  async announce(tx: Transaction, what: { sessionId: string } | { personId: string }): Promise<void> {
    if ('sessionId' in what) {
      await tx.rows('select pg_notify($1, $2)', [SESSION_ENDED, what.sessionId]);
      tx.afterCommit(() => {
        this.ended(what.sessionId);
      });
    } else {
      await tx.rows('select pg_notify($1, $2)', [PRINCIPAL_CHANGED, what.personId]);
      tx.afterCommit(() => {
        this.changed(what.personId);
      });
    }
  }

  /** Hears of every session that ended, in whatever process; open sockets of it must go. May repeat. */
  onEnded(handler: (sessionId: string) => void): void {
    this.endedHandlers.push(handler);
  }

  /** Hears of every person whose rights may have changed; open sockets must be checked again. May repeat. */
  onChanged(handler: (personId: string) => void): void {
    this.changedHandlers.push(handler);
  }

  private ended(sessionId: string): void {
    this.forget(sessionId);
    for (const handler of this.endedHandlers) handler(sessionId);
  }

  private changed(personId: string): void {
    this.drops += 1;
    for (const [sessionId, { principal }] of this.cache.entries()) {
      if (principal.personId === personId) this.cache.delete(sessionId);
    }
    for (const handler of this.changedHandlers) handler(personId);
  }
}
