import { Injectable } from '@nestjs/common';
import { StaleVersion } from '#libs/kernel';
import { newId, type Reads, type Transaction } from '#libs/platform/database';
import type { Review, ReviewWords, StageKey } from '../domain/review.js';
import type { ReviewState } from '../domain/review-states.js';

type ReviewRow = Omit<Review, 'total'> & { total: string | null };

/** Somebody who is asked now. */
export type AskedReview = Pick<
  Review,
  'proposalId' | 'reviewerId' | 'organizationId' | 'personId' | 'round' | 'versionNumber' | 'because'
>;

/** What a review becomes; what is left out stays. */
export interface ReviewMarks extends Partial<ReviewWords> {
  readonly reason?: string | null;
  readonly reasonLanguage?: string | null;
  readonly total?: number | null;
}

/** SQL of reviews of proposals. */
@Injectable()
export class ReviewRepository {
  async find(reads: Reads, id: string): Promise<Review | undefined> {
    const row = await reads.row<ReviewRow>(`${SELECT} where id = $1`, [id]);
    return row && toReview(row);
  }

  async get(tx: Transaction, id: string): Promise<Review> {
    const review = await this.find(tx, id);
    if (!review) throw new Error('A review vanished inside its transaction.');
    return review;
  }

  /** All of a proposal in a stage, oldest first. */
  async ofProposal(reads: Reads, proposalId: string, stage: StageKey): Promise<Review[]> {
    const rows = await reads.rows<ReviewRow>(`${SELECT} where proposal_id = $1 and stage = $2 order by id`, [
      proposalId,
      stage,
    ]);
    return rows.map(toReview);
  }

  /** Duties of a person about one proposal, newest round first. */
  async ofReviewer(
    reads: Reads,
    proposalId: string,
    personId: string,
    organizationId: string,
  ): Promise<Review[]> {
    const rows = await reads.rows<ReviewRow>(
      `${SELECT} where proposal_id = $1 and person_id = $2 and organization_id = $3 order by round desc`,
      [proposalId, personId, organizationId],
    );
    return rows.map(toReview);
  }

  /** Duties of a person acting for an organization, newest first, after the one with id `after`. */
  async ofPerson(
    reads: Reads,
    query: { personId: string; organizationId: string; after: string | null; limit: number },
  ): Promise<Review[]> {
    const rows = await reads.rows<ReviewRow>(
      `${SELECT} where person_id = $1 and organization_id = $2 and ($3::uuid is null or id < $3)
       order by id desc limit $4`,
      [query.personId, query.organizationId, query.after, query.limit],
    );
    return rows.map(toReview);
  }

  /** Open ones of a reviewer. */
  async openOf(reads: Reads, reviewerId: string): Promise<Review[]> {
    const rows = await reads.rows<ReviewRow>(
      `${SELECT} where reviewer_id = $1 and state in ('assigned', 'accepted') order by id`,
      [reviewerId],
    );
    return rows.map(toReview);
  }

  /** Open ones of a call that were due at a moment. */
  async openDueAt(reads: Reads, callId: string, dueAt: string): Promise<Review[]> {
    const rows = await reads.rows<ReviewRow>(
      `${SELECT} where call_id = $1 and due_at = $2 and state in ('assigned', 'accepted') order by id`,
      [callId, dueAt],
    );
    return rows.map(toReview);
  }

  /** Few columns of many rows: who was asked to review what in a stage, and what came of it. */
  async ofStage(reads: Reads, callId: string, stage: StageKey): Promise<StageReview[]> {
    const rows = await reads.rows<Omit<StageReview, 'total'> & { total: string | null }>(
      `select proposal_id as "proposalId", reviewer_id as "reviewerId", person_id as "personId", round,
         version_number as "versionNumber", state, because, total
       from proposal_review where call_id = $1 and stage = $2 order by id`,
      [callId, stage],
    );
    return rows.map((row) => ({ ...row, total: row.total === null ? null : Number(row.total) }));
  }

  /** Asks many at once; answers the ids in the same order. */
  async insertMany(
    tx: Transaction,
    stage: { callId: string; stage: StageKey; dueAt: Date },
    asked: readonly AskedReview[],
  ): Promise<string[]> {
    const ids = asked.map(() => newId());
    await tx.execute(
      `insert into proposal_review (call_id, stage, due_at, id, proposal_id, reviewer_id, organization_id, person_id,
         round, version_number, because)
       select $1, $2, $3, * from unnest($4::uuid[], $5::uuid[], $6::uuid[], $7::uuid[], $8::uuid[], $9::int[],
         $10::int[], $11::text[])`,
      [
        stage.callId,
        stage.stage,
        stage.dueAt,
        ids,
        asked.map(({ proposalId }) => proposalId),
        asked.map(({ reviewerId }) => reviewerId),
        asked.map(({ organizationId }) => organizationId),
        asked.map(({ personId }) => personId),
        asked.map(({ round }) => round),
        asked.map(({ versionNumber }) => versionNumber),
        asked.map(({ because }) => because),
      ],
    );
    return ids;
  }

  /** Moves the version that was read, with what is said along. */
  async move(tx: Transaction, current: Review, to: ReviewState, marks: ReviewMarks = {}): Promise<void> {
    const { scores, comment, note, language, reason, reasonLanguage, total } = { ...current, ...marks };
    const changed = await tx.execute(MOVE, [
      current.id,
      current.version,
      current.state,
      to,
      JSON.stringify(scores),
      comment,
      note,
      language,
      reason,
      reasonLanguage,
      total,
    ]);
    if (changed === 0) throw new StaleVersion(current.version);
  }

  /** The clock that decides when something is due. */
  async dayAfter(reads: Reads, days: number): Promise<Date> {
    const row = await reads.row<{ at: Date }>(
      `select (now() + make_interval(days => $1))::timestamptz(3) as at`,
      [days],
    );
    if (!row) throw new Error('The database tells no time.');
    return row.at;
  }
}

export type StageReview = Pick<
  Review,
  'proposalId' | 'reviewerId' | 'personId' | 'round' | 'versionNumber' | 'state' | 'because' | 'total'
>;

const SELECT = `
  select id, call_id as "callId", stage, proposal_id as "proposalId", reviewer_id as "reviewerId",
    organization_id as "organizationId", person_id as "personId", round, version_number as "versionNumber", because,
    state, reason, reason_language as "reasonLanguage", scores, total, comment, note, language, due_at as "dueAt",
    submitted_at as "submittedAt", version, created_at as "createdAt"
  from proposal_review`;

const MOVE = `
  update proposal_review
  set state = $4, scores = $5::jsonb, comment = $6, note = $7, language = $8, reason = $9, reason_language = $10,
    total = $11, submitted_at = case when $4 = 'submitted' then now() end,
    version = version + 1, updated_at = now(), changed_xid = pg_current_xact_id()
  where id = $1 and version = $2 and state = $3`;

function toReview(row: ReviewRow): Review {
  return { ...row, total: row.total === null ? null : Number(row.total) };
}
