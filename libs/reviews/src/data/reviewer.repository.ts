import { Injectable } from '@nestjs/common';
import { StaleVersion } from '#libs/kernel';
import type { Reads, Transaction } from '#libs/platform/database';
import type { CallReviewer, StageKey } from '../domain/review.js';

export interface PoolEntry {
  readonly languages: readonly string[];
  readonly expertise: readonly string[];
  readonly reviewLimit: number;
}

/** SQL of the pool of reviewers of a call. */
@Injectable()
export class ReviewerRepository {
  async find(reads: Reads, id: string): Promise<CallReviewer | undefined> {
    return reads.row<CallReviewer>(`${SELECT} where r.id = $2`, [null, id]);
  }

  /** All of a call, in the order in which they were added; loads of one stage. */
  async ofCall(reads: Reads, callId: string, stage: StageKey | null): Promise<CallReviewer[]> {
    return reads.rows<CallReviewer>(`${SELECT} where r.call_id = $2 order by r.id`, [stage, callId]);
  }

  /** Whether a person is in the pool of a call, or has a review in it that counts. */
  async isReviewer(reads: Reads, callId: string, personId: string): Promise<boolean> {
    return (await this.among(reads, callId, [personId])).length > 0;
  }

  /** Those of the persons for whom {@link isReviewer} holds. */
  async among(reads: Reads, callId: string, personIds: readonly string[]): Promise<string[]> {
    const rows = await reads.rows<{ personId: string }>(REVIEWERS_AMONG, [callId, personIds]);
    return rows.map(({ personId }) => personId);
  }

  /** Duties of persons who may be gone: of a person, or for an organization. */
  async activeOf(reads: Reads, of: { personId: string } | { organizationId: string }): Promise<CallReviewer[]> {
    const [column, id] = 'personId' in of ? ['person_id', of.personId] : ['organization_id', of.organizationId];
    return reads.rows<CallReviewer>(`${SELECT} where r.${column} = $2 and r.ended_at is null order by r.id`, [null, id]);
  }

  /** Answers false when the person is in the pool already. */
  async insert(
    tx: Transaction,
    reviewer: PoolEntry & Pick<CallReviewer, 'id' | 'callId' | 'organizationId' | 'personId'>,
  ): Promise<boolean> {
    const inserted = await tx.execute(
      `insert into call_reviewer (id, call_id, organization_id, person_id, languages, expertise, review_limit, added_by)
       values ($1, $2, $3, $4, $5, $6, $7, $8) on conflict (call_id, person_id) do nothing`,
      [
        reviewer.id,
        reviewer.callId,
        reviewer.organizationId,
        reviewer.personId,
        [...reviewer.languages],
        [...reviewer.expertise],
        reviewer.reviewLimit,
        tx.actor.personId,
      ],
    );
    return inserted === 1;
  }

  /** Duties, reviews and batches of one organization become those of another; answers how many there were. */
  async moveAll(tx: Transaction, fromId: string, intoId: string): Promise<number> {
    const ids = [fromId, intoId];
    const duties = await tx.execute(
      `update call_reviewer set organization_id = $2, version = version + 1, updated_at = now()
       where organization_id = $1`,
      ids,
    );
    const reviews = await tx.execute(MOVE_REVIEWS, ids);
    return duties + reviews + (await tx.execute(MOVE_BATCHES, ids));
  }

  /** Changes the version that was read; `isEnded` takes the person out of the pool, or back in. */
  async save(
    tx: Transaction,
    current: CallReviewer,
    { languages, expertise, reviewLimit }: PoolEntry,
    isEnded: boolean,
  ): Promise<void> {
    const changed = await tx.execute(
      `update call_reviewer
       set languages = $3, expertise = $4, review_limit = $5,
           ended_at = case when $6 then coalesce(ended_at, now()) end,
           version = version + 1, updated_at = now()
       where id = $1 and version = $2`,
      [current.id, current.version, [...languages], [...expertise], reviewLimit, isEnded],
    );
    if (changed === 0) throw new StaleVersion(current.version);
  }
}

const REVIEWERS_AMONG = `
  select r.person_id as "personId" from call_reviewer r
  where r.call_id = $1 and r.person_id = any($2::uuid[]) and (r.ended_at is null or exists (
    select 1 from proposal_review p
    where p.reviewer_id = r.id and p.state in ('assigned', 'accepted', 'submitted')))`;

const CHANGED = `version = version + 1, updated_at = now(), changed_xid = pg_current_xact_id()`;

const MOVE_REVIEWS = `update proposal_review set organization_id = $2, ${CHANGED} where organization_id = $1`;

const MOVE_BATCHES = `update decision_batch set organization_id = $2, ${CHANGED} where organization_id = $1`;

const SELECT = `
  select r.id, r.call_id as "callId", r.organization_id as "organizationId", r.person_id as "personId",
    r.languages, r.expertise, r.review_limit as "reviewLimit", r.ended_at as "endedAt", r.version,
    coalesce(done.load, 0)::int as load, coalesce(done.submitted, 0)::int as submitted
  from call_reviewer r
  left join lateral (
    select count(*) filter (where p.state in ('assigned', 'accepted', 'submitted')) as load,
      count(*) filter (where p.state = 'submitted') as submitted
    from proposal_review p where p.reviewer_id = r.id and ($1::text is null or p.stage = $1)) done on true`;
