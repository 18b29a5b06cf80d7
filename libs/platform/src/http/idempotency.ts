import {
  type CanActivate,
  type CustomDecorator,
  type ExecutionContext,
  Injectable,
  SetMetadata,
} from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { createHash } from 'node:crypto';
import type { Actor } from '#libs/kernel';
import { Database } from '#libs/platform/database';
import { AnswerLost, InvalidIdempotencyKey, KeyInFlight, KeyReused } from './http.errors.js';
import { StoredAnswer, type StoredHeaders } from './stored-answer.js';

const KEY = /^[\x21-\x7e]{1,255}$/;
const NO_ORGANIZATION = '00000000-0000-0000-0000-000000000000';
const KEPT_HEADERS = ['content-type', 'etag', 'location'] as const;
/** Clocks of application and database may differ by this much when ids are compared with times. */
const CLOCK_DIFFERENCE_MS = 3_600_000;
const MAX_ATTEMPTS = 3;

const SHOWN_ONCE = Symbol('answer that is shown once');

/**
 * Marks a POST whose answer holds a secret: no key is honoured there, since the answer would have to be kept for a
 * day. The work of such a route may safely be done twice.
 */
export function ShownOnce(): CustomDecorator<symbol> {
  return SetMetadata(SHOWN_ONCE, true);
}

/** The right to do the work of a key once; lost when `lockedUntil` has passed and another took it. */
export interface IdempotencyClaim {
  readonly scope: readonly [personId: string, organizationId: string, route: string, key: string];
  readonly lockedUntil: string;
}

interface RecordRow {
  same: boolean;
  status: number | null;
  answer: string | null;
  headers: StoredHeaders;
  locked: boolean;
  created_at: Date;
}

/**
 * `Idempotency-Key` on every POST of a signed-in person: the first request with a key does the work, the others
 * get its answer. Runs as the last global guard, and its answer is written before it is sent.
 *
 * Kept for 24 hours are answers 2xx and 409 (what a repeat would find is the work of the first). Other refusals
 * changed nothing and give the key back, so that the same click may succeed later. A holder that died is taken
 * over after a minute, unless its audit trail shows that the work was done.
 */
@Injectable()
export class Idempotency implements CanActivate {
  constructor(
    private readonly database: Database,
    private readonly reflector: Reflector,
  ) {}

  canActivate(context: ExecutionContext): boolean | Promise<boolean> {
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    const key = request.headers['idempotency-key'];
    if (key === undefined || request.method !== 'POST' || !request.actor) return true;
    if (this.reflector.get<true | undefined>(SHOWN_ONCE, context.getHandler())) return true;
    if (typeof key !== 'string' || !KEY.test(key)) throw new InvalidIdempotencyKey();
    return this.claim(request, request.actor, key);
  }

  /** Stores the answer of a claimed key, or gives the key back. Before the answer leaves. */
  async settle({ scope, lockedUntil }: IdempotencyClaim, reply: FastifyReply, body: unknown): Promise<void> {
    const kept =
      (reply.statusCode < 300 || (reply.statusCode === 409 && !reply.hasHeader('retry-after'))) &&
      (body === undefined || body === null || typeof body === 'string');
    if (!kept) {
      await this.database.execute(RELEASE, [...scope, lockedUntil]);
      return;
    }
    const headers = Object.fromEntries(KEPT_HEADERS.map((name) => [name, reply.getHeader(name)]));
    const values = [...scope, lockedUntil, reply.statusCode, body ?? null, JSON.stringify(headers)];
    await this.database.execute(SETTLE, values);
  }

  /** Answers true when this request does the work. */
  private async claim(request: FastifyRequest, actor: Actor, key: string): Promise<boolean> {
    const path = request.url.split('?', 1)[0] ?? '';
    const scope = [actor.personId, actor.organization?.id ?? NO_ORGANIZATION, `POST ${path}`, key] as const;
    const hash = createHash('sha256')
      .update(JSON.stringify(request.body ?? null))
      .digest();
    const holder = JSON.stringify({ holder: request.id });
    for (let attempt = 1; attempt <= MAX_ATTEMPTS; attempt += 1) {
      const claimed = await this.database.row<{ locked_until: string }>(CLAIM, [...scope, hash, holder]);
      if (claimed) {
        request.idempotencyClaim = { scope, lockedUntil: claimed.locked_until };
        return true;
      }
      const record = await this.database.row<RecordRow>(READ, [...scope, hash]);
      // Given back between the two statements: try again.
      if (record) await this.answerFor(record, scope);
    }
    throw new KeyInFlight();
  }

  /** Ends the request with what is known of the key; returns when a dead holder was cleared away. */
  private async answerFor(record: RecordRow, scope: IdempotencyClaim['scope']): Promise<void> {
    if (!record.same) throw new KeyReused();
    if (record.status !== null) throw new StoredAnswer(record.status, record.answer, record.headers);
    if (record.locked) throw new KeyInFlight();
    if (await this.leftTraces(record)) throw new AnswerLost();
    await this.database.execute(CLEAR_DEAD, [...scope]);
  }

  /** Whether the holder's transaction committed before it died: audit and outbox rows carry its request id. */
  private async leftTraces({ headers, created_at }: RecordRow): Promise<boolean> {
    const since = (created_at.getTime() - CLOCK_DIFFERENCE_MS).toString(16).padStart(12, '0');
    const firstId = `${since.slice(0, 8)}-${since.slice(8)}-7000-8000-000000000000`;
    const row = await this.database.row<{ found: boolean }>(TRACES, [firstId, headers.holder]);
    return row?.found ?? false;
  }
}

const SCOPE = 'person_id = $1 and organization_id = $2 and route = $3 and key = $4';

/** A record of more than a day ago counts as absent. */
const CLAIM = `
  insert into idempotency_record as held
    (person_id, organization_id, route, key, body_hash, headers, locked_until)
  values ($1, $2, $3, $4, $5, $6, now() + interval '60 seconds')
  on conflict (person_id, organization_id, route, key) do update
    set body_hash = excluded.body_hash, headers = excluded.headers, locked_until = excluded.locked_until,
        status = null, answer = null, created_at = now()
    where held.created_at < now() - interval '24 hours'
  returning locked_until::text`;

const READ = `
  select body_hash = $5 as same, status, answer, headers, locked_until > now() as locked, created_at
  from idempotency_record where ${SCOPE}`;

const SETTLE = `
  update idempotency_record set status = $6, answer = $7, headers = $8
  where ${SCOPE} and locked_until = $5::timestamptz and status is null`;

const RELEASE = `delete from idempotency_record where ${SCOPE} and locked_until = $5::timestamptz and status is null`;

const CLEAR_DEAD = `delete from idempotency_record where ${SCOPE} and status is null and locked_until <= now()`;

const TRACES = `
  select exists (select from audit_entry where id >= $1 and request_id = $2)
      or exists (select from outbox_event where id >= $1 and request_id = $2) as found`;
