import { Injectable } from '@nestjs/common';
import type { DismissalReason } from '#libs/contracts';
import { WrongState } from '#libs/kernel';
import type { Reads, Transaction } from '#libs/platform/database';
import type { Interest, InterestDirection, InterestState } from '../domain/interest.js';
import type { InterestVerb } from '../domain/interest.policy.js';

/** Which interests of an organization a list holds; empty or null asks nothing. */
export interface InterestFilter {
  readonly organizationId: string;
  readonly direction: InterestDirection | null;
  readonly states: readonly InterestState[];
}

export interface InterestAnswer {
  readonly verb: InterestVerb | 'expire';
  readonly state: InterestState;
  readonly reason?: DismissalReason | null;
  readonly conversationId?: string;
}

/** SQL of interests. Ids are ordered by time, so newest first is by id. */
@Injectable()
export class InterestRepository {
  async find(reads: Reads, id: string): Promise<Interest | undefined> {
    return reads.row<Interest>(`${SELECT} where i.id = $1`, [id]);
  }

  /** A row that is there: just written in this transaction. */
  async get(tx: Transaction, id: string): Promise<Interest> {
    const interest = await this.find(tx, id);
    if (!interest) throw new Error('An interest vanished inside its transaction.');
    return interest;
  }

  async slice(
    reads: Reads,
    filter: InterestFilter,
    after: string | undefined,
    limit: number,
  ): Promise<Interest[]> {
    const { organizationId, direction, states } = filter;
    return reads.rows<Interest>(SLICE, [organizationId, direction, states, after ?? null, limit]);
  }

  /** How many `filter` holds, counted up to `cap`. */
  async count(
    reads: Reads,
    { organizationId, direction, states }: InterestFilter,
    cap: number,
  ): Promise<number> {
    const values = [organizationId, direction, states, cap];
    return (await reads.row<{ total: number }>(COUNT, values))?.total ?? 0;
  }

  /**
   * How many an organization has sent in the last `days`, and in how many seconds the oldest of them is that old.
   * Until `tx` ends nobody else counts those of the organization.
   */
  async sentWithin(
    tx: Transaction,
    organizationId: string,
    days: number,
  ): Promise<{ count: number; secondsUntilNext: number }> {
    await tx.rows('select pg_advisory_xact_lock(hashtextextended($1, 3))', [organizationId]);
    const row = await tx.row<{ count: number; secondsUntilNext: number }>(SENT_WITHIN, [organizationId, days]);
    return row ?? { count: 0, secondsUntilNext: 0 };
  }

  /** Waits `days` for its answer. */
  async insert(
    tx: Transaction,
    interest: Pick<
      Interest,
      'id' | 'matchId' | 'fromOrganizationId' | 'toOrganizationId' | 'message' | 'language'
    >,
    days: number,
  ): Promise<void> {
    const { id, matchId, fromOrganizationId, toOrganizationId, message, language } = interest;
    const from = [id, matchId, fromOrganizationId, tx.actor.personId];
    await tx.execute(INSERT, [...from, toOrganizationId, message, language, days]);
  }

  /** The row, whoever is concerned, with its match locked until `tx` ends; for the clock. */
  async lockAny(tx: Transaction, id: string): Promise<Interest | undefined> {
    await tx.rows(LOCK_MATCH, [id]);
    return this.find(tx, id);
  }

  /**
   * Ends the waiting of the version that was read.
   *
   * @throws WrongState 409 when somebody else was faster
   */
  async answer(tx: Transaction, current: Interest, answer: InterestAnswer): Promise<void> {
    const { verb, state, reason = null, conversationId = null } = answer;
    const changed = await tx.execute(ANSWER, [
      current.id,
      current.version,
      current.state,
      state,
      tx.actor.personId,
      reason,
      conversationId,
    ]);
    if (changed === 0) throw new WrongState('interest', verb, (await this.get(tx, current.id)).state);
  }
}

const SELECT = `
  select i.id, i.match_id as "matchId", i.from_organization_id as "fromOrganizationId",
    i.from_person_id as "fromPersonId", i.to_organization_id as "toOrganizationId", i.message, i.language, i.state,
    i.created_at as "sentAt", i.expires_at as "expiresAt", i.answered_at as "answeredAt", i.decline_reason as "declineReason",
    i.conversation_id as "conversationId", i.version
  from interest i`;

const FILTER = `
  ((i.from_organization_id = $1 and $2::text is distinct from 'received')
    or (i.to_organization_id = $1 and $2::text is distinct from 'sent'))
  and (cardinality($3::text[]) = 0 or i.state = any($3))`;
const SLICE = `${SELECT} where ${FILTER} and ($4::uuid is null or i.id < $4) order by i.id desc limit $5`;
const COUNT = `select count(*)::int as total from (select from interest i where ${FILTER} limit $4) counted`;

const SENT_WITHIN = `
  select count(*)::int as count,
    coalesce(ceil(extract(epoch from min(created_at) + make_interval(days => $2) - now())), 0)::int as "secondsUntilNext"
  from interest where from_organization_id = $1 and created_at > now() - make_interval(days => $2)`;

const INSERT = `
  insert into interest
    (id, match_id, from_organization_id, from_person_id, to_organization_id, message, language, expires_at)
  values ($1, $2, $3, $4, $5, $6, $7, now() + make_interval(days => $8))`;

/** As everything that happens between the two: the match first, the interest after it. */
const LOCK_MATCH = `
  select from match m where m.id = (select match_id from interest where id = $1) for update`;

const ANSWER = `
  update interest
  set state = $4, answered_by = $5, answered_at = now(), decline_reason = $6, conversation_id = $7,
    version = version + 1, updated_at = now(), changed_xid = pg_current_xact_id()
  where id = $1 and version = $2 and state = $3`;
