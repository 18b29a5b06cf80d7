import { Injectable } from '@nestjs/common';
import type { Database, Reads, Transaction } from '#libs/platform/database';
import type { SectionComment } from '../domain/section-comment.js';

/** A proposal whose comments have changed, and the organizations whose screens may show them. */
export interface ChangedComments {
  readonly proposalId: string;
  readonly organizationIds: readonly string[];
}

type NewComment = Pick<
  SectionComment,
  'id' | 'proposalId' | 'section' | 'threadId' | 'quote' | 'body' | 'language' | 'authorId' | 'organizationId'
>;

/** SQL of the comments on sections. */
@Injectable()
export class ProposalCommentRepository {
  /** Oldest first, so that an answer comes after what it answers. */
  async of(reads: Reads, proposalId: string): Promise<SectionComment[]> {
    return reads.rows<SectionComment>(`${SELECT} where proposal_id = $1 order by id`, [proposalId]);
  }

  async find(reads: Reads, proposalId: string, id: string): Promise<SectionComment | undefined> {
    return reads.row<SectionComment>(`${SELECT} where proposal_id = $1 and id = $2`, [proposalId, id]);
  }

  async count(reads: Reads, proposalId: string): Promise<number> {
    const row = await reads.row<{ total: number }>(
      'select count(*)::int as total from proposal_comment where proposal_id = $1',
      [proposalId],
    );
    return row?.total ?? 0;
  }

  async add(tx: Transaction, comment: NewComment): Promise<void> {
    const { id, proposalId, section, threadId, quote, body, language, authorId, organizationId } = comment;
    await tx.execute(ADD, [
      ...[id, proposalId, section, threadId, quote],
      ...[body, language, authorId, organizationId],
    ]);
  }

  /** Settles a thread, or opens it again; answers whether it still was as it was read. */
  async settle(tx: Transaction, id: string, isResolved: boolean): Promise<boolean> {
    const { personId } = tx.actor;
    return (await tx.execute(isResolved ? RESOLVE : OPEN_AGAIN, isResolved ? [id, personId] : [id])) > 0;
  }

  /** All that one organization's people said is the other's from now on. */
  async moveAll(tx: Transaction, fromId: string, intoId: string): Promise<void> {
    await tx.execute(
      `update proposal_comment set organization_id = $2, changed_xid = pg_current_xact_id()
       where organization_id = $1`,
      [fromId, intoId],
    );
  }

  /** What a person said, oldest first. */
  async saidBy(reads: Reads, personId: string): Promise<SectionComment[]> {
    return reads.rows<SectionComment>(`${SELECT} where author_id = $1 order by id`, [personId]);
  }

  /** Takes up to `limit` changes of which open screens were not told yet. */
  async takeUnpushed(database: Database, limit: number): Promise<ChangedComments[]> {
    return database.rows<ChangedComments>(TAKE_UNPUSHED, [limit]);
  }
}

const SELECT = `
  select id, proposal_id as "proposalId", section, thread_id as "threadId", quote, body, language,
    author_id as "authorId", organization_id as "organizationId", resolved_at as "resolvedAt",
    resolved_by as "resolvedBy", created_at as "createdAt"
  from proposal_comment`;

const ADD = `
  insert into proposal_comment
    (id, proposal_id, section, thread_id, quote, body, language, author_id, organization_id)
  values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`;

const CHANGED = `pushed_at = null, changed_xid = pg_current_xact_id()`;

const RESOLVE = `
  update proposal_comment set resolved_at = now(), resolved_by = $2, ${CHANGED}
  where id = $1 and thread_id is null and resolved_at is null`;

const OPEN_AGAIN = `
  update proposal_comment set resolved_at = null, resolved_by = null, ${CHANGED}
  where id = $1 and thread_id is null and resolved_at is not null`;

const TAKE_UNPUSHED = `
  with taken as (
    update proposal_comment set pushed_at = now()
    where id in (select id from proposal_comment where pushed_at is null order by id limit $1
                 for update skip locked)
    returning proposal_id)
  select p.id as "proposalId", array_agg(distinct o.id) as "organizationIds"
  from proposal p
  cross join lateral (
    select p.organization_id as id
    union select organization_id from proposal_partner
      where proposal_id = p.id and state in ('invited', 'accepted')) o
  where p.id in (select proposal_id from taken)
  group by p.id`;
