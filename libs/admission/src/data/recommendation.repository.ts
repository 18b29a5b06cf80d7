import { Injectable } from '@nestjs/common';
import { StaleVersion } from '#libs/kernel';
import type { Database, Reads, Transaction } from '#libs/platform/database';
import {
  ANSWER_WITHIN_DAYS,
  type Recommendation,
  type RecommendationState,
  REMIND_AFTER_DAYS,
  type StandingRecommendation,
} from '../domain/recommendation.js';

/** When a request runs out, and when it is recalled. */
export interface RequestClock {
  readonly dueAt: Date;
  readonly remindAt: Date;
}

/** What an answer adds to a request. */
export interface RecommendationAnswer {
  readonly statement?: string | null;
  readonly reason?: string | null;
  readonly language?: string | null;
}

/** SQL of recommendations. Ids are ordered by time, so newest first is by id. */
@Injectable()
export class RecommendationRepository {
  async find(reads: Reads, id: string): Promise<Recommendation | undefined> {
    return reads.row<Recommendation>(`${SELECT} where r.id = $1`, [id]);
  }

  async get(tx: Transaction, id: string): Promise<Recommendation> {
    const recommendation = await this.find(tx, id);
    if (!recommendation) throw new Error('A recommendation vanished inside its transaction.');
    return recommendation;
  }

  async lock(tx: Transaction, id: string): Promise<(Recommendation & { isOver: boolean }) | undefined> {
    return tx.row(`select r.*, r."dueAt" <= clock_timestamp() as "isOver"
      from (${SELECT} where r.id = $1 for update) r`, [id]);
  }

  /** The request of an application that can still be answered. */
  async requested(reads: Reads, applicationId: string): Promise<Recommendation | undefined> {
    return reads.row<Recommendation>(`${SELECT} where r.application_id = $1 and r.state = 'requested'`, [
      applicationId,
    ]);
  }

  /** All of an application, oldest first. */
  async ofApplication(reads: Reads, applicationId: string): Promise<Recommendation[]> {
    return reads.rows<Recommendation>(`${SELECT} where r.application_id = $1 order by r.id`, [applicationId]);
  }

  /** What an organization was asked for or gave, newest first, after the one with id `after`. */
  async slice(
    reads: Reads,
    query: {
      organizationId: string;
      states: readonly RecommendationState[];
      after: string | null;
      limit: number;
    },
  ): Promise<Recommendation[]> {
    return reads.rows<Recommendation>(
      `${SELECT} where r.organization_id = $1 and r.state = any($2) and ($3::uuid is null or r.id < $3)
       order by r.id desc limit $4`,
      [query.organizationId, query.states, query.after, query.limit],
    );
  }

  /** Those that were given to these organizations and not taken back, the oldest first. */
  async standing(reads: Reads, applicantIds: readonly string[]): Promise<StandingRecommendation[]> {
    return reads.rows<StandingRecommendation>(
      `select r.id, r.organization_id as "organizationId", r.applicant_id as "applicantId", r.statement,
              r.language, r.answered_at as "givenAt"
       from recommendation r
       where r.applicant_id = any($1::uuid[]) and r.state = 'given'
       order by r.answered_at, r.id`,
      [applicantIds],
    );
  }

  /** Asks an organization; answers the clock of the request. */
  async insert(
    tx: Transaction,
    request: Pick<Recommendation, 'id' | 'organizationId' | 'applicantId' | 'applicationId'>,
  ): Promise<RequestClock> {
    const row = await tx.row<RequestClock>(
      `insert into recommendation (id, organization_id, applicant_id, application_id, due_at)
       values ($1, $2, $3, $4, now() + make_interval(days => $5))
       returning due_at as "dueAt", now() + make_interval(days => $6) as "remindAt"`,
      [
        request.id,
        request.organizationId,
        request.applicantId,
        request.applicationId,
        ANSWER_WITHIN_DAYS,
        REMIND_AFTER_DAYS,
      ],
    );
    if (!row) throw new Error('A request for a recommendation was not kept.');
    return row;
  }

  /** Moves the version that was read; open clients are told of what they may show. */
  async move(
    tx: Transaction,
    current: Recommendation,
    to: RecommendationState,
    answer: RecommendationAnswer = {},
  ): Promise<void> {
    const changed = await tx.execute(MOVE, [
      current.id,
      current.version,
      current.state,
      to,
      answer.statement ?? current.statement,
      answer.reason ?? current.reason,
      answer.language ?? current.language,
      tx.actor.personId,
    ]);
    if (changed === 0) throw new StaleVersion(current.version);
  }

  /** Takes up to `limit` changes nobody has pushed yet; answers whose profiles they concern. */
  async takeUnpushed(database: Database, limit: number): Promise<string[]> {
    const rows = await database.rows<{ applicantId: string }>(
      `update recommendation set pushed_at = now()
       where id in (select id from recommendation where pushed_at is null order by id limit $1
                    for update skip locked)
       returning applicant_id as "applicantId"`,
      [limit],
    );
    return [...new Set(rows.map(({ applicantId }) => applicantId))];
  }
}

const SELECT = `
  select r.id, r.organization_id as "organizationId", r.applicant_id as "applicantId",
         r.application_id as "applicationId", r.state, r.statement, r.reason, r.language,
         r.created_at as "requestedAt", r.due_at as "dueAt", r.answered_at as "answeredAt",
         r.revoked_at as "revokedAt", r.version
  from recommendation r`;

const MOVE = `
  update recommendation
  set state = $4, statement = $5, reason = $6, language = $7,
      answered_by = case when $4 in ('given', 'declined') then $8::uuid else answered_by end,
      answered_at = case when $4 in ('given', 'declined') then now() else answered_at end,
      revoked_by = case when $4 = 'revoked' then $8::uuid else revoked_by end,
      revoked_at = case when $4 = 'revoked' then now() else revoked_at end,
      pushed_at = case when $4 in ('given', 'revoked') then null else pushed_at end,
      version = version + 1, updated_at = now(), changed_xid = pg_current_xact_id()
  where id = $1 and version = $2 and state = $3`;
