import { Injectable } from '@nestjs/common';
import type { Reads, Transaction } from '#libs/platform/database';
import {
  CONTACT_QUOTA,
  type ContactRequest,
  type ContactRequestState,
  type SentRequests,
} from '../domain/contact-request.js';

/** Contact requests, always as one of the two organizations has them. */
@Injectable()
export class ContactRequestRepository {
  /** One organization sends one request after the other, so that its quota holds. */
  async lockQuota(tx: Transaction, organizationId: string): Promise<void> {
    await tx.execute(`select pg_advisory_xact_lock(hashtextextended('contact quota ' || $1, 0))`, [
      organizationId,
    ]);
  }

  async sent(reads: Reads, fromId: string, toId: string | null): Promise<SentRequests> {
    const { days, pauseDays } = CONTACT_QUOTA;
    const row = await reads.row<SentRequests>(SENT, [fromId, toId, days, pauseDays]);
    if (!row) throw new Error('A count answered nothing.');
    return row;
  }

  async insert(
    tx: Transaction,
    row: Pick<ContactRequest, 'id' | 'toOrganizationId' | 'message' | 'language'>,
    from: { personId: string; organizationId: string },
  ): Promise<void> {
    const { id, toOrganizationId, message, language } = row;
    const values = [id, from.personId, from.organizationId, toOrganizationId, message, language];
    await tx.execute(INSERT, [...values, CONTACT_QUOTA.answerDays]);
  }

  /** Undefined when the organization neither sent nor received it. */
  async find(reads: Reads, id: string, organizationId: string): Promise<ContactRequest | undefined> {
    return reads.row<ContactRequest>(`${SELECT} where id = $1 and ${OURS}`, [id, organizationId]);
  }

  async lock(tx: Transaction, id: string, organizationId: string): Promise<ContactRequest | undefined> {
    return tx.row<ContactRequest>(`${SELECT} where id = $1 and ${OURS} for update`, [id, organizationId]);
  }

  /** Newest first; at most `limit`, beginning before the id. */
  async list(
    reads: Reads,
    organizationId: string,
    query: { box: 'received' | 'sent'; before: string | undefined; limit: number },
  ): Promise<ContactRequest[]> {
    const mine = query.box === 'sent' ? 'from_organization_id' : 'to_organization_id';
    return reads.rows<ContactRequest>(
      `${SELECT} where ${mine} = $1 and ($2::uuid is null or id < $2) order by id desc limit $3`,
      [organizationId, query.before ?? null, query.limit],
    );
  }

  async answer(
    tx: Transaction,
    { id, version }: ContactRequest,
    answer: { state: ContactRequestState; conversationId: string | null },
  ): Promise<void> {
    const { state, conversationId } = answer;
    const changed = await tx.execute(ANSWER, [id, state, conversationId, tx.actor.personId, version]);
    if (changed === 0) throw new Error('A locked contact request changed.');
  }

  /** What a person asked of others, and how it ended. */
  async sentBy(reads: Reads, personId: string): Promise<object[]> {
    return reads.rows(SENT_BY, [personId]);
  }
}

const SELECT = `
  select id, from_person_id as "fromPersonId", from_organization_id as "fromOrganizationId",
    to_organization_id as "toOrganizationId", message, language, state, conversation_id as "conversationId",
    created_at as "createdAt", expires_at as "expiresAt", state = 'waiting' and expires_at <= now() as "isLapsed",
    version
  from contact_request`;

const OURS = '$2 in (from_organization_id, to_organization_id)';

const SENT = `
  select count(*) filter (where state = 'waiting' and expires_at > now())::int as waiting,
    count(*) filter (where created_at > now() - $3 * interval '1 day')::int as "withinDays",
    coalesce(bool_or(state = 'waiting' and expires_at > now()) filter (where to_organization_id = $2), false)
      as "isWaitingThere",
    coalesce(bool_or(state = 'declined' and answered_at > now() - $4 * interval '1 day'
      or state = 'waiting' and expires_at <= now() and expires_at > now() - $4 * interval '1 day')
      filter (where to_organization_id = $2), false) as "wasRefusedThere"
  from contact_request where from_organization_id = $1`;

const INSERT = `
  insert into contact_request (id, from_person_id, from_organization_id, to_organization_id, message, language,
    expires_at)
  values ($1, $2, $3, $4, $5, $6, now() + $7 * interval '1 day')`;

const ANSWER = `
  update contact_request set state = $2, conversation_id = $3, answered_by = $4, answered_at = now(),
    version = version + 1, updated_at = now(), changed_xid = pg_current_xact_id()
  where id = $1 and version = $5 and state = 'waiting'`;

const SENT_BY = `
  select id, from_organization_id as "organizationId", to_organization_id as "toOrganizationId", message, language,
    state, created_at as "createdAt"
  from contact_request where from_person_id = $1 order by id`;
